package dev.sentimentagent.standin;

import dev.sentimentagent.standin.FaultRule.Schedule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The rules by which requests suffer faults. A request suffers at most one: that of the oldest rule that strikes. Thread-safe. */
public final class Faults {
    private final List<Armed> rules = new ArrayList<>();
    private long lastId;

    Faults() {}

    /**
     * A rule with what it has done so far.
     *
     * @param id with which it can be taken away
     * @param struck number of requests that suffered its fault
     */
    public record Status(long id, FaultRule rule, long struck) {}

    /** Adds a rule and returns its id. */
    public synchronized long add(FaultRule rule) {
        rules.add(new Armed(++lastId, rule));
        return lastId;
    }

    /** Takes a rule away; says whether it was there. */
    public synchronized boolean remove(long id) {
        return rules.removeIf(rule -> rule.id == id);
    }

    /** Takes all rules away. */
    public synchronized void clear() {
        rules.clear();
    }

    /** The rules that are still in force, oldest first. */
    public synchronized List<Status> active() {
        return rules.stream().map(rule -> new Status(rule.id, rule.rule, rule.struck)).toList();
    }

    /** The fault that the request suffers, if any; counts it. */
    synchronized Optional<Fault> strike(Endpoint endpoint, String path, @Nullable String subreddit) {
        for (Iterator<Armed> each = rules.iterator(); each.hasNext();) {
            Armed armed = each.next();
            FaultRule rule = armed.rule;
            if (rule.fault().befalls(endpoint) && rule.match().matches(path, subreddit) && armed.strikes()) {
                if (armed.spent()) {
                    each.remove();
                }
                return Optional.of(rule.fault());
            }
        }
        return Optional.empty();
    }

    private static final class Armed {
        final long id;
        final FaultRule rule;
        private final SplittableRandom random;
        private long matched;
        private long struck;

        Armed(long id, FaultRule rule) {
            this.id = id;
            this.rule = rule;
            this.random = new SplittableRandom(rule.schedule() instanceof Schedule.Randomly randomly ? randomly.seed() : 0);
        }

        boolean strikes() {
            matched++;
            boolean strikes = switch (rule.schedule()) {
                case Schedule.Next next -> struck < next.count();
                case Schedule.EveryNth every -> matched % every.n() == 0;
                case Schedule.UntilCleared always -> true;
                case Schedule.Randomly randomly -> random.nextDouble() < randomly.probability();
            };
            if (strikes) {
                struck++;
            }
            return strikes;
        }

        boolean spent() {
            return rule.schedule() instanceof Schedule.Next next && struck >= next.count();
        }
    }
}
