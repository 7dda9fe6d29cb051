package dev.sentimentagent.server.collection;

import org.jspecify.annotations.Nullable;

/**
 * Asks a thread to stop at the next safe moment. Waiting for Reddit is cut short by an interrupt; writing to the store never is, so that
 * the running batch is committed whole.
 */
final class StopSignal {
    private boolean stopped;
    private @Nullable Thread waiting;

    /** Something that waits for the network or the clock. */
    @FunctionalInterface
    interface Waiting<T> {
        T get() throws InterruptedException;
    }

    synchronized void stop() {
        stopped = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    /** Takes it back, for what comes next. */
    synchronized void reset() {
        stopped = false;
    }

    synchronized boolean stopped() {
        return stopped;
    }

    /**
     * Runs something that may be interrupted.
     *
     * @throws InterruptedException if the signal was given before or during it
     */
    <T> T interruptibly(Waiting<T> action) throws InterruptedException {
        synchronized (this) {
            if (stopped) {
                throw new InterruptedException("stopped");
            }
            waiting = Thread.currentThread();
        }
        try {
            return action.get();
        } finally {
            synchronized (this) {
                waiting = null;
                if (stopped) {
                    // The interrupt may have come after the action had ended; it must not reach the store.
                    Thread.interrupted();
                }
            }
        }
    }
}
