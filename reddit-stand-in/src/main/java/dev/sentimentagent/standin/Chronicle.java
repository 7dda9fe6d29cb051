package dev.sentimentagent.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** What happens to the products, and how people feel about them: pure functions of seed and time. Thread-safe. */
final class Chronicle {
    static final List<String> FEATURES = List.of(
            "background mode",
            "the side-by-side diff view",
            "sub-agent support",
            "memory across sessions",
            "the million-token context",
            "inline code review",
            "voice mode",
            "the plugin marketplace",
            "plan mode",
            "browser control",
            "slash command support",
            "the usage dashboard",
            "hook support",
            "checkpointing",
            "the local model option",
            "auto mode",
            "team-wide rule sync",
            "the pull request bot");

    private static final long WEEK = 7 * 86_400L;
    /** Talk of a happening has died down after so many weeks. */
    private static final int WEEKS_BACK = 3;
    private static final int MOST_CACHED = 128;
    /** Weeks since the epoch at the beginning of 2024. */
    private static final long FIRST_WEEK = 2_817;
    private static final int MINORS = 40;

    private final long seed;
    private final Map<Long, List<Happening>> byWeek = new ConcurrentHashMap<>();

    Chronicle(long seed) {
        this.seed = seed;
    }

    /** What people still speak of, or will before the end of the week, with the past before the present. */
    List<Happening> around(long second) {
        long week = Math.floorDiv(second, WEEK);
        List<Happening> around = new ArrayList<>();
        for (long w = week - WEEKS_BACK; w <= week; w++) {
            if (byWeek.size() > MOST_CACHED) {
                byWeek.clear();
            }
            around.addAll(byWeek.computeIfAbsent(w, this::happenings));
        }
        return around;
    }

    private List<Happening> happenings(long week) {
        SplittableRandom random = new SplittableRandom(Hash.mix(seed, week, 17));
        int number = random.nextInt(4, 8);
        List<Happening> happenings = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            Subject subject = Subject.happening(random);
            Product product = Product.any(random);
            double days = subject == Subject.OUTAGE ? random.nextDouble(0.3, 1.2) : random.nextDouble(0.8, 3.5);
            happenings.add(new Happening(
                    subject,
                    product,
                    week * WEEK + random.nextLong(WEEK),
                    days,
                    random.nextDouble(0.4, 2.2),
                    version(product, week, random.nextInt(10)),
                    FEATURES.get(random.nextInt(FEATURES.size()))));
        }
        return List.copyOf(happenings);
    }

    /** The version of the product in that week: it grows, and each product counts from a number of its own. */
    private static String version(Product product, long week, int patch) {
        long releases = Math.max(0, week - FIRST_WEEK) + 11L * product.index();
        return releases / MINORS + "." + releases % MINORS + "." + patch;
    }

    static String versionAt(Product product, long second, int patch) {
        return version(product, Math.floorDiv(second, WEEK), patch);
    }

    /** How people feel about the product: its standing, two slow waves, and what has happened to it. −1 to 1. */
    double mood(Product product, long second) {
        double days = second / 86_400.0;
        long key = Hash.mix(seed, product.index(), 23);
        double waves = 0.22 * StrictMath.sin(2 * Math.PI * (days / 19.3 + Hash.unit(key)))
                + 0.16 * StrictMath.sin(2 * Math.PI * (days / 6.7 + Hash.unit(key + 1)));
        double happened = 0;
        for (Happening happening : around(second)) {
            if (happening.product().index() == product.index()) {
                happened += happening.mood(second);
            }
        }
        return Math.clamp(product.mood() + waves + happened, -1, 1);
    }
}
