package dev.sentimentagent.server.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.Signals;

/** While open, SIGINT and SIGTERM interrupt a thread instead of ending the process. */
final class InterruptOnSignal implements AutoCloseable {
    private final Map<String, Object> before = new HashMap<>();

    private InterruptOnSignal() {}

    static InterruptOnSignal of(Thread thread) {
        InterruptOnSignal signals = new InterruptOnSignal();
        for (String name : List.of("TERM", "INT")) {
            signals.before.put(name, Signals.register(name, thread::interrupt));
        }
        return signals;
    }

    @Override
    public void close() {
        before.forEach(Signals::unregister);
    }
}
