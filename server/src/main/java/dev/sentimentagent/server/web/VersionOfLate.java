package dev.sentimentagent.server.web;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Which version of the data there is, and which there was a while ago. Thread-safe. */
final class VersionOfLate {
    private final long whileNanos;
    private final Ticker ticker;
    /** Oldest first: the last one that is a while old, and those that came since. */
    private final Deque<Moved> moves = new ArrayDeque<>(); // guarded by this

    private record Moved(long version, long at) {}

    /** @param version of what there has been for long */
    VersionOfLate(long version, Duration aWhile, Ticker ticker) {
        this.whileNanos = aWhile.toNanos();
        this.ticker = ticker;
        moves.add(new Moved(version, ticker.read() - whileNanos));
    }

    /** There is another version from now on. */
    synchronized void moved(long version) {
        forget();
        moves.addLast(new Moved(version, ticker.read()));
    }

    synchronized long now() {
        return moves.getLast().version;
    }

    /** The one that there was a while ago. */
    synchronized long before() {
        forget();
        return moves.getFirst().version;
    }

    private void forget() {
        long now = ticker.read();
        while (moves.size() > 1) {
            Moved first = moves.removeFirst();
            if (now - moves.getFirst().at < whileNanos) {
                moves.addFirst(first);
                return;
            }
        }
    }
}
