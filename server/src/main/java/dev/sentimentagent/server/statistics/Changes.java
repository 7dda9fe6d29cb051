package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.store.Batch;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** How far statistics have followed what is stored, in versions of the data, and who is told when they go on. Thread-safe. */
public final class Changes {
    private final List<Consumer<long[]>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<@Nullable Batch>> witnesses = new CopyOnWriteArrayList<>();
    private final List<Consumer<Instant>> expiries = new CopyOnWriteArrayList<>();
    private final List<LongConsumer> sightings = new CopyOnWriteArrayList<>();
    private volatile long version;
    private volatile long listedVersion;
    private volatile long sightedVersion;
    /** From the first commit of a job until it settles. */
    private volatile boolean rescoring;

    /** What has been committed. {@link #UNKNOWN}: what a look at the store has brought; beside a job it is mostly that job's. */
    enum Kind {
        EXPIRY, RESCORING, SIGHTING, UNKNOWN
    }

    /** @param version of what there is to begin with */
    Changes(long version) {
        this.version = version;
        listedVersion = version;
        sightedVersion = version;
    }

    /** Version of the data that answers are made from. */
    public long version() {
        return version;
    }

    /**
     * The same for what is not made from the oldest items: what retention deletes, some dozen times a second while it runs, does not move it.
     */
    public long listedVersion() {
        return listedVersion;
    }

    /**
     * Version at which something was collected last, or written by somebody else. A job that gives stored items other scores moves it at its
     * end only, by {@link #settle}, and retention not at all: both write many times a second.
     */
    public long sightedVersion() {
        return sightedVersion;
    }

    /**
     * Calls the listener whenever the version has moved, on whatever thread takes that in: it must not block. It is given the hours (counted
     * from 1970) whose items have changed, each once.
     */
    public void onChange(Consumer<long[]> listener) {
        listeners.add(listener);
    }

    /**
     * Calls the listener with each batch that was committed, and with null where something was that is not known; on whatever thread takes it
     * in, before {@link #version} moves: it must not block.
     */
    public void onCommit(Consumer<@Nullable Batch> listener) {
        witnesses.add(listener);
    }

    /** The same for what retention has deleted: all of it was created before the time that is told. */
    public void onExpiry(Consumer<Instant> listener) {
        expiries.add(listener);
    }

    /** Calls the listener with {@link #sightedVersion} whenever that has moved, on whatever thread moves it: it must not block. */
    public void onSighting(LongConsumer listener) {
        sightings.add(listener);
    }

    /** A job has written all that it writes for now. */
    public void settle() {
        rescoring = false;
        sighted(version);
    }

    /** What this process has committed has been taken in, if only because a look at the store had brought it before. */
    void taken(Kind kind) {
        if (kind == Kind.SIGHTING) {
            sighted(version);
        }
        if (kind == Kind.RESCORING) {
            rescoring = true;
        }
    }

    /** @param batch null if it is not known */
    void committed(@Nullable Batch batch) {
        witnesses.forEach(witness -> witness.accept(batch));
    }

    void expired(Instant before) {
        expiries.forEach(listener -> listener.accept(before));
    }

    /** By one thread at a time. */
    void moved(long to, Kind kind, long[] hours) {
        version = to;
        if (kind != Kind.EXPIRY) {
            listedVersion = to;
        }
        if (kind == Kind.SIGHTING || (kind == Kind.UNKNOWN && !rescoring)) {
            sighted(to);
        }
        listeners.forEach(listener -> listener.accept(hours));
    }

    private synchronized void sighted(long to) {
        if (to > sightedVersion) {
            sightedVersion = to;
            sightings.forEach(listener -> listener.accept(to));
        }
    }
}
