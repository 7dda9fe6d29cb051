package dev.sentimentagent.standin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Plans the posts of a community's day and when their comments arrive: a pure function of seed, community and day, with strict arithmetic so
 * that it is the same on every machine. Thread-safe.
 */
final class Planner {
    /** No comment is made later after its post than this. */
    static final int MOST_DAYS_LATE = 6;

    private static final int MOST_COMMENTS = 600;
    private static final double SPREAD = 1.1;
    private static final double QUICK_SECONDS = 2.5 * 3_600;
    private static final double SLOW_SECONDS = 22 * 3_600;

    private final long seed;
    private final double volume;
    private final Chronicle chronicle;

    Planner(long seed, double volume, Chronicle chronicle) {
        this.seed = seed;
        this.volume = volume;
        this.chronicle = chronicle;
    }

    /** The posts of that day (days since the epoch, UTC), oldest first. */
    List<PostPlan> posts(Community community, long day) {
        SplittableRandom random = new SplittableRandom(Hash.mix(seed, community.slot(), day));
        double mean = volume * community.postsPerDay() * Rhythm.ofDay(day, community.weekend()) * random.nextDouble(0.85, 1.15);
        List<Happening> talkOfTheDay = chronicle.around((day + 1) * Rhythm.DAY - 1);
        double most = talkOfTheDay.stream().mapToDouble(each -> each.strength() * community.interest(each.product())).sum();
        // An inhomogeneous Poisson process by thinning (Lewis and Shedler 1979): talk comes on top of the ordinary.
        long[] candidates = new long[Rhythm.poisson(mean * (1 + most), random)];
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = day * Rhythm.DAY + Rhythm.secondOfDay(community.shift(), random);
        }
        Arrays.sort(candidates);
        List<PostPlan> posts = new ArrayList<>();
        long previous = -1;
        for (long created : candidates) {
            double talk = talk(talkOfTheDay, community, created);
            if (random.nextDouble() * (1 + most) < 1 + talk) {
                previous = ItemNumber.next(created, community, previous);
                posts.add(post(previous, created, community, talkOfTheDay, talk, random.nextLong()));
            }
        }
        return posts;
    }

    private static double talk(List<Happening> happenings, Community community, long second) {
        double talk = 0;
        for (Happening happening : happenings) {
            talk += happening.intensity(second) * community.interest(happening.product());
        }
        return talk;
    }

    private PostPlan post(long number, long created, Community community, List<Happening> happenings, double talk, long key) {
        SplittableRandom random = new SplittableRandom(key);
        Happening happening = null;
        Subject subject;
        Product product;
        if (random.nextDouble() * (1 + talk) < talk) {
            happening = choose(happenings, community, created, random.nextDouble() * talk);
        }
        if (happening != null) {
            subject = happening.subject();
            product = happening.product();
        } else {
            boolean aboutTool = random.nextInt(100) < community.tools();
            subject = aboutTool ? Subject.everyday(random) : Subject.CRAFT;
            boolean atHome = community.home() >= 0 && random.nextDouble() < 0.88;
            product = atHome ? Product.ALL.get(community.home()) : Product.any(random);
        }
        double heat = happening == null ? 0.75 : 0.9 + 0.3 * happening.intensity(created);
        return new PostPlan(number, created, key, community, subject, product, happening, arrivals(created, community, heat, random));
    }

    private static @Nullable Happening choose(List<Happening> happenings, Community community, long second, double chosen) {
        double left = chosen;
        for (Happening happening : happenings) {
            left -= happening.intensity(second) * community.interest(happening.product());
            if (left < 0) {
                return happening;
            }
        }
        return null;
    }

    /** A log-normal number of comments (most posts have few, some are hot); half of them within two hours, the last after days. */
    private static int[] arrivals(long created, Community community, double heat, SplittableRandom random) {
        double mean = community.commentsPerPost() * heat;
        double logNormal = StrictMath.exp(StrictMath.log(mean) - SPREAD * SPREAD / 2 + SPREAD * random.nextGaussian());
        int number = (int) Math.min(MOST_COMMENTS, logNormal + random.nextDouble());
        int[] arrivals = new int[number];
        for (int i = 0; i < number; i++) {
            arrivals[i] = Math.toIntExact(created + delay(created, community.shift(), random));
        }
        Arrays.sort(arrivals);
        return arrivals;
    }

    private static long delay(long created, int shift, SplittableRandom random) {
        double scale = random.nextInt(10) < 7 ? QUICK_SECONDS : SLOW_SECONDS;
        long delay = 0;
        for (int attempt = 0; attempt < 3; attempt++) {
            delay = 20 + (long) (-StrictMath.log(1 - random.nextDouble()) * scale);
            if (random.nextDouble() < Rhythm.ofHour(created + delay, shift)) {
                break; // people sleep: most comments that would fall into the night are made at another time
            }
        }
        return Math.min(delay, MOST_DAYS_LATE * Rhythm.DAY - 1);
    }
}
