package dev.sentimentagent.soak;

import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.standin.Malformation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Draws up what goes wrong in a soak; the same for the same seed and length. */
final class EpisodePlan {
    /** Above this a soak has time for an outage longer than what Reddit's listings reach back. */
    private static final Duration LONG = Duration.ofDays(12);
    private static final Duration LONG_OUTAGE = Duration.ofDays(4);
    /** Restarts come early, so that the last process lives long enough for its memory to be judged. */
    private static final double[] RESTARTS_AT = {0.03, 0.06, 0.1, 0.15};
    private static final double LAST_START = 0.93;

    private final List<Episode> episodes = new ArrayList<>();
    private final SplittableRandom random;
    private final List<String> subreddits;
    private final Instant start;
    private final Duration length;

    private EpisodePlan(long seed, List<String> subreddits, Instant start, Duration length) {
        this.random = new SplittableRandom(seed);
        this.subreddits = subreddits;
        this.start = start;
        this.length = length;
    }

    /** The episodes in the order in which they begin; those of Reddit's faults end within the length. */
    static List<Episode> draw(long seed, List<String> subreddits, Instant start, Duration length) {
        EpisodePlan plan = new EpisodePlan(seed, subreddits, start, length);
        plan.sprinkle();
        plan.restarts();
        // About so many of each kind a simulated day, but in a short soak at least one.
        for (int i = 0; i < plan.times(0.15); i++) {
            plan.single("a request hangs", new Fault.Hang());
            plan.somewhere("private", Duration.ofHours(20), new Fault.PrivateSubreddit());
            plan.somewhere("quarantined", Duration.ofHours(5), new Fault.QuarantinedSubreddit());
            plan.somewhere("banned", Duration.ofHours(8), new Fault.BannedSubreddit());
            plan.somewhere("malformed", Duration.ofHours(2), new Fault.MalformedItems(Malformation.WRONG_TYPE, "created_utc", 9));
            plan.everywhere("429", Duration.ofMinutes(40), new Fault.RateLimited(Duration.ofSeconds(30)));
            plan.everywhere("outage (503)", Duration.ofHours(7), new Fault.ServerError(503));
            plan.everywhere("outage (reset)", Duration.ofHours(2), new Fault.ResetInBody());
        }
        if (length.compareTo(LONG) >= 0) {
            Instant from = plan.at(0.5);
            plan.add("long outage (502)", from, LONG_OUTAGE, FaultRule.untilCleared(Match.ANY, new Fault.ServerError(502)));
        }
        plan.episodes.sort(Comparator.comparing(Episode::from));
        return List.copyOf(plan.episodes);
    }

    /** Single requests that go wrong, all the time. */
    private void sprinkle() {
        always("429 with Retry-After", 0.002, new Fault.RateLimited(Duration.ofSeconds(5)));
        always("429 without headers", 0.002, new Fault.RateLimited(null));
        always("500", 0.004, new Fault.ServerError(500));
        always("HTML instead of JSON", 0.002, new Fault.HtmlInsteadOfJson());
        always("connection reset", 0.003, new Fault.ResetInBody());
        always("truncated body", 0.002, new Fault.TruncatedBody());
        always("broken JSON", 0.002, new Fault.BrokenJson());
        always("tokens revoked", 0.001, new Fault.TokensRevoked());
        always("empty listing", 0.002, new Fault.EmptyListing());
        always("old items resurface", 0.003, new Fault.ResurfacedItems(5));
        always("first page again", 0.002, new Fault.RepeatedPage());
        always("items without a field", 0.004, new Fault.MalformedItems(Malformation.MISSING_FIELD, "id", 7));
        always("items with NUL and lone surrogates", 0.004,
                new Fault.MalformedItems(Malformation.NUL_AND_LONE_SURROGATE, "body", 5));
    }

    private void restarts() {
        boolean kill = true;
        for (double at : RESTARTS_AT) {
            // Even in ten cycles there is time for two.
            if (length.compareTo(Duration.ofDays(1)) >= 0 || at >= RESTARTS_AT[2]) {
                double spread = length.compareTo(Duration.ofDays(1)) >= 0 ? 1 : 4;
                episodes.add(new Episode.Restart(at(at * spread), kill));
                kill = !kill;
            }
        }
    }

    private int times(double perDay) {
        return (int) Math.max(1, Math.round(perDay * length.toHours() / 24));
    }

    private void always(String name, double probability, Fault fault) {
        add(name, start, length, FaultRule.randomly(probability, random.nextLong(), Match.ANY, fault));
    }

    private void single(String name, Fault fault) {
        add(name, anytime(), Duration.ofHours(1), FaultRule.next(1, Match.ANY, fault));
    }

    private void somewhere(String name, Duration longest, Fault fault) {
        String subreddit = subreddits.get(random.nextInt(subreddits.size()));
        add("r/" + subreddit + " " + name, anytime(), part(longest), FaultRule.untilCleared(Match.subreddit(subreddit), fault));
    }

    private void everywhere(String name, Duration longest, Fault fault) {
        add(name, anytime(), part(longest), FaultRule.untilCleared(Match.ANY, fault));
    }

    /** Between half of it and the whole; in a short soak less, so that there are quiet times too. */
    private Duration part(Duration longest) {
        Duration most = longest.compareTo(length.dividedBy(20)) < 0 ? longest : length.dividedBy(20);
        return Duration.ofSeconds((long) (most.toSeconds() * (0.5 + random.nextDouble() / 2)));
    }

    private Instant anytime() {
        return at(random.nextDouble() * LAST_START);
    }

    private Instant at(double fraction) {
        return start.plusSeconds((long) (length.toSeconds() * fraction));
    }

    private void add(String name, Instant from, Duration lasting, FaultRule rule) {
        Instant until = from.plus(lasting);
        Instant end = start.plus(length);
        episodes.add(new Episode.Trouble(name, from, until.isBefore(end) ? until : end, rule));
    }
}
