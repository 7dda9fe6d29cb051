package dev.sentimentagent.server.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jline.utils.Signals;

/**
 * The first signal asks for a graceful stop; a second one ends the process at once, and so does a stop that takes too long. The store
 * survives that like any crash.
 */
final class StopSignals {
    /** HUP comes when the terminal is closed; under nohup the JVM leaves it ignored. */
    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");
    /** Service managers lose patience after 30 s or more. */
    private static final Duration LIMIT = Duration.ofSeconds(28);
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final CountDownLatch asked = new CountDownLatch(1);

    private StopSignals() {}

    /** Takes the signals over from now on. */
    static StopSignals register() {
        StopSignals signals = new StopSignals();
        NAMES.forEach(name -> Signals.register(name, signals::received));
        return signals;
    }

    /** Waits for the first signal. */
    void await() throws InterruptedException {
        asked.await();
    }

    private synchronized void received() {
        if (asked.getCount() == 0) {
            Runtime.getRuntime().halt(ExitCode.STOPPED_AT_ONCE);
        }
        asked.countDown();
        Thread.ofPlatform().daemon().name("stop-limit").start(StopSignals::haltInTheEnd);
    }

    private static void haltInTheEnd() {
        try {
            Thread.sleep(LIMIT);
            // On a thread of its own: what keeps the process from stopping may be that nobody reads what it writes.
            Thread lastWords = Thread.ofPlatform()
                    .daemon()
                    .start(() -> System.err.println("not stopped within " + LIMIT.toSeconds() + " s, ended; what was committed is kept"));
            lastWords.join(LAST_WORDS);
        } catch (InterruptedException _) {
            // Nobody interrupts this thread; if somebody did, it could only mean that time is up.
        }
        Runtime.getRuntime().halt(ExitCode.FAILED);
    }
}
