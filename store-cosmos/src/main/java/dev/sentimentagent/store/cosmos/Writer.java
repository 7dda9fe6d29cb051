package dev.sentimentagent.store.cosmos;

import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.LeaseLostException;
import dev.sentimentagent.model.store.StoreException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one write at a time, of all processes: each write puts its name into the head, and takes it out with the new version of the data. Thread-safe.
 *
 * <p>One who dies or hangs in between is replaced when the head has not moved for a while; whoever comes next counts the partitions anew that
 * were named as touched. That gives their documents new versions, so that what the former one still writes is refused.
 */
final class Writer {
    /** Three times as long as a write that lives is silent. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Writer.class);
    private static final Duration QUEUE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final String name = UUID.randomUUID().toString();
    private final ReentrantLock turn = new ReentrantLock();
    private final Documents items;
    private final Documents records;
    private final Heads heads;
    private final Days days;
    private final Duration patience;
    /** As this writer left it; null if another may have it changed for sure. */
    private Heads.@Nullable Known last;
    /** The version of the data of which {@link #days} are. */
    private long daysVersion;

    /** @param patience how long another may stand still before he is taken for dead */
    Writer(Documents items, Documents records, Heads heads, Duration patience) {
        this.patience = patience;
        this.items = items;
        this.records = records;
        this.heads = heads;
        days = new Days(items);
    }

    <T> T write(@Nullable Supplier<Lease> lease, Function<Writing, T> work) {
        return write(lease, List.of(), work);
    }

    /**
     * Writes.
     *
     * @param lease without which it is refused; null for none
     * @param partitions that will be touched, as far as is known
     * @throws LeaseLostException if it is another's by now; nothing is written then
     */
    <T> T write(@Nullable Supplier<Lease> lease, Collection<String> partitions, Function<Writing, T> work) {
        turn.lock();
        try {
            Writing writing = begin(lease == null ? null : lease.get(), partitions);
            try {
                T result = work.apply(writing);
                last = writing.end();
                daysVersion = last.head().version;
                return result;
            } catch (RuntimeException e) {
                giveUp(writing);
                throw e;
            }
        } finally {
            turn.unlock();
        }
    }

    private Writing begin(@Nullable Lease lease, Collection<String> partitions) {
        Watch watch = new Watch();
        for (;;) {
            boolean fresh = last == null;
            Heads.Known known = last == null ? heads.read() : last;
            last = null;
            Head head = known.head();
            if (lease != null && !head.isHeld(lease)) {
                if (fresh) {
                    throw new LeaseLostException(lease);
                }
                continue;
            }
            if (head.writer != null && !head.writer.equals(name) && !watch.isStill(head, patience)) {
                watch.pause();
                continue;
            }
            if (head.version != daysVersion) {
                days.forget();
                daysVersion = head.version;
            }
            List<String> left = List.copyOf(head.touched);
            Head mine = head.copy();
            mine.writer = name;
            mine.beat++;
            mine.touched.addAll(partitions);
            try {
                Writing writing = new Writing(items, records, heads, days, heads.replace(mine, known.etag()));
                if (head.writer != null || !left.isEmpty() || head.changing != 0) {
                    log.warn("Cosmos DB: a write broke off, {} partitions are counted anew", left.size());
                    days.forget();
                    new Recovery(writing).run(left);
                }
                return writing;
            } catch (Outdated _) {
                watch.moved();
            }
        }
    }

    /** Lets others write, who mend what is half done. If that fails, this one does at its next write, or another after a while. */
    private void giveUp(Writing writing) {
        last = null;
        days.forget();
        try {
            heads.update(head -> {
                if (name.equals(head.writer)) {
                    head.writer = null;
                    if (writing.begun()) {
                        head.touched.addAll(writing.head().touched);
                    } else {
                        head.touched.clear();
                        head.changing = 0;
                    }
                }
                return head;
            });
        } catch (RuntimeException e) {
            log.warn("Cosmos DB: the right to write could not be given back ({}); it is free in {} s", e.getMessage(),
                    patience.toSeconds());
        }
    }

    /** Watches another writer, by this machine's clock alone. */
    private static final class Watch {
        private final long begun = System.nanoTime();
        private String seen = "";
        private long since = begun;

        boolean isStill(Head head, Duration patience) {
            String now = head.writer + " " + head.beat;
            if (!now.equals(seen)) {
                seen = now;
                since = System.nanoTime();
                return false;
            }
            return System.nanoTime() - since >= patience.toNanos();
        }

        void moved() {
            if (System.nanoTime() - begun > QUEUE.toNanos()) {
                throw new StoreException("others have been writing for " + QUEUE.toSeconds() + " s", true, null);
            }
        }

        void pause() {
            moved();
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreException("interrupted while another was writing", true, e);
            }
        }
    }
}
