package dev.sentimentagent.server;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made when it is first asked for, so that it does not keep a start from its first answer. If that fails, the next call tries again. Thread-safe. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made; // guarded by this

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }
}
