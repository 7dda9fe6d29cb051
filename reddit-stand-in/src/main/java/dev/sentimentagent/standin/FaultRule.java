package dev.sentimentagent.standin;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault befalls, and when. As JSON:
 * {@code {"match": {"subreddit": "aws"}, "schedule": {"type": "Next", "count": 3}, "fault": {"type": "Hang"}}}.
 */
public record FaultRule(Match match, Schedule schedule, Fault fault) {
    public FaultRule {
        requireNonNull(match, "match");
        requireNonNull(schedule, "schedule");
        requireNonNull(fault, "fault");
    }

    /** The rule that the next {@code count} requests that match suffer the fault. */
    public static FaultRule next(int count, Match match, Fault fault) {
        return new FaultRule(match, new Schedule.Next(count), fault);
    }

    /** The rule that every {@code n}th request that matches suffers the fault. */
    public static FaultRule everyNth(int n, Match match, Fault fault) {
        return new FaultRule(match, new Schedule.EveryNth(n), fault);
    }

    /** The rule that all requests that match suffer the fault until the rule is taken away. */
    public static FaultRule untilCleared(Match match, Fault fault) {
        return new FaultRule(match, new Schedule.UntilCleared(), fault);
    }

    /** The rule that requests that match suffer the fault with that probability, the same ones for the same seed. */
    public static FaultRule randomly(double probability, long seed, Match match, Fault fault) {
        return new FaultRule(match, new Schedule.Randomly(probability, seed), fault);
    }

    /**
     * What a request must be like.
     *
     * @param path how its path begins; null for any
     * @param subreddit whose listing it asks for, in any case; null for any request
     */
    public record Match(@Nullable String path, @Nullable String subreddit) {
        public static final Match ANY = new Match(null, null);

        public static Match path(String prefix) {
            return new Match(requireNonNull(prefix, "prefix"), null);
        }

        public static Match subreddit(String name) {
            return new Match(null, requireNonNull(name, "name"));
        }

        boolean matches(String requestPath, @Nullable String requestSubreddit) {
            return (path == null || requestPath.toLowerCase(Locale.ROOT).startsWith(path.toLowerCase(Locale.ROOT)))
                    && (subreddit == null || subreddit.equalsIgnoreCase(requestSubreddit));
        }
    }

    /** Which of the requests that match suffer. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    public sealed interface Schedule {
        /** The next ones, then no more. */
        record Next(int count) implements Schedule {
            public Next {
                requirePositive(count);
            }
        }

        /** The nth, the 2nth and so on. */
        record EveryNth(int n) implements Schedule {
            public EveryNth {
                requirePositive(n);
            }
        }

        /** All of them. */
        record UntilCleared() implements Schedule {}

        /** Each with a probability of 0 to 1, decided by a generator with that seed. */
        record Randomly(double probability, long seed) implements Schedule {
            public Randomly {
                if (!(probability >= 0 && probability <= 1)) {
                    throw new IllegalArgumentException("a probability is 0 to 1, not " + probability);
                }
            }
        }

        private static void requirePositive(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("must be at least 1, not " + number);
            }
        }
    }
}
