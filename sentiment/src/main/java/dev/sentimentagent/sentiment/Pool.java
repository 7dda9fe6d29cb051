package dev.sentimentagent.sentiment;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are costly to make and serve one call at a time. Thread-safe, never waits: who finds none makes one, and what finds no
 * room when it is given back is left to the garbage collector.
 *
 * <p>Holds one object a core at most, however many threads there are; those that a {@link ThreadLocal} held would be as many as the
 * threads, of which virtual ones may be thousands.
 */
final class Pool<T> {
    private final AtomicReferenceArray<@Nullable T> slots;
    private final int mask;
    private final Supplier<T> maker;

    Pool(Supplier<T> maker) {
        int cores = Runtime.getRuntime().availableProcessors();
        this.mask = Math.max(2, Integer.highestOneBit(2 * cores - 1)) - 1;
        this.slots = new AtomicReferenceArray<>(mask + 1);
        this.maker = maker;
    }

    /** An object that is nobody else's until it is given back. */
    T take() {
        int first = firstSlot();
        for (int i = 0; i <= mask; i++) {
            T object = slots.getAndSet((first + i) & mask, null);
            if (object != null) {
                return object;
            }
        }
        return maker.get();
    }

    void giveBack(T object) {
        int first = firstSlot();
        for (int i = 0; i <= mask; i++) {
            if (slots.compareAndSet((first + i) & mask, null, object)) {
                return;
            }
        }
    }

    /** Threads begin at different slots, so that they seldom meet at one. */
    private int firstSlot() {
        return (int) Thread.currentThread().threadId() & mask;
    }
}
