package dev.sentimentagent.benchmarks;

/** What is asked of the service, with what is expected of it at 50 clients beside the trivial endpoint. */
enum Endpoint {
    LIVE("`/health/live`", 0, Endpoint.NO_BAR), STATS("stats", 0.5, 3), TRENDS_BY_HOUR("trends by hour", 0.15,
            Endpoint.NO_BAR), TRENDS_BY_DAY("trends by day", 0.15, Endpoint.NO_BAR), RECENT("recent, first page", 0.05,
                    Endpoint.NO_BAR), RECENT_LATER("recent, 20th page", 0.05, Endpoint.NO_BAR), TRENDING("trending", 0.5,
                            Endpoint.NO_BAR), HEALTH("health", 0.5,
                                    Endpoint.NO_BAR), PAGE("the page `/`", 0.05, Endpoint.NO_BAR), MIX("a mix of all", 0, Endpoint.NO_BAR);

    static final double NO_BAR = Double.POSITIVE_INFINITY;

    private final String label;
    private final double leastRate;
    private final double mostP99;

    Endpoint(String label, double leastRate, double mostP99) {
        this.label = label;
        this.leastRate = leastRate;
        this.mostP99 = mostP99;
    }

    String label() {
        return label;
    }

    /** Requests a second, as a part of the trivial endpoint's; 0 for no bar. */
    double leastRate() {
        return leastRate;
    }

    /** 99th percentile, as a multiple of the trivial endpoint's; infinite for no bar. */
    double mostP99() {
        return mostP99;
    }
}
