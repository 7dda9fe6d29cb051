package dev.sentimentagent.server.monitor;

import dev.sentimentagent.model.time.TimeSource;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Polls a service, writes a line a poll, and gives up, calling for help if told how, when it has failed too often in a row. */
public final class Monitor {
    private final HealthPoll poll;
    private final Rules rules;
    private final @Nullable Rescue rescue;
    private final TimeSource time;
    private final PrintStream out;

    /**
     * When to poll, and when to give up.
     *
     * @param interval between two polls
     * @param failures in a row, after which it gives up
     * @param count polls after which it ends in any case; 0 for no end
     */
    public record Rules(Duration interval, int failures, int count, boolean degradedIsFailure) {}

    /** How it ended. */
    public enum End {
        /** After as many polls as it was told to make. */
        COUNT_REACHED,
        /** After too many failures in a row. */
        SERVICE_FAILED
    }

    /** @param rescue what to run when the service has failed; null for nothing */
    public Monitor(HealthPoll poll, Rules rules, @Nullable Rescue rescue, TimeSource time, PrintStream out) {
        this.poll = poll;
        this.rules = rules;
        this.rescue = rescue;
        this.time = time;
        this.out = out;
    }

    /**
     * Watches until the service has failed, or the polls are made.
     *
     * @throws InterruptedException if told to stop
     * @throws IOException if the rescue could not be started
     */
    public End run() throws InterruptedException, IOException {
        out.println(PollLine.HEADER);
        int failed = 0;
        for (int polls = 1;; polls++) {
            Observation seen = poll.look();
            failed = seen.isFailure(rules.degradedIsFailure) ? failed + 1 : 0;
            out.println(PollLine.of(time.instant(), seen, failed));
            out.flush();
            if (failed == rules.failures) {
                giveUp(seen, failed);
                return End.SERVICE_FAILED;
            }
            if (polls == rules.count) {
                return End.COUNT_REACHED;
            }
            time.sleep(rules.interval);
        }
    }

    private void giveUp(Observation last, int failed) throws InterruptedException, IOException {
        out.println(failed == 1 ? "the service failed" : "the service failed " + failed + " times in a row");
        if (rescue != null) {
            out.println("running: " + rescue.command());
            out.flush();
            out.println("the command exited with " + rescue.run(last, failed));
        }
        out.flush();
    }
}
