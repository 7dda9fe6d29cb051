package dev.sentimentagent.sentiment;

/** Makes scorers. */
public final class Scorers {
    private Scorers() {}

    /**
     * Makes the scorer of a method, which reads its data: share it. One that can fail belongs in a {@link FallbackScorer}, with VADER, which
     * cannot, as its last resort.
     *
     * @throws IllegalStateException if the scorer's data is not on the class path
     */
    public static SentimentScorer of(SentimentMethod method) {
        return switch (method) {
            case DEVTALK -> new TalkScorer();
            case VADER -> new VaderScorer();
        };
    }
}
