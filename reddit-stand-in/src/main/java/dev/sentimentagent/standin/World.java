package dev.sentimentagent.standin;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is on the stand-in's Reddit, and how it looks at any moment: a pure function of time, so that two instances of the same
 * world, or one before and after a restart, tell the same history. Thread-safe.
 */
public sealed interface World permits GeneratedWorld, ReplayedWorld {
    /** How long after its creation the second retrieval of a dump takes place, as archives of Reddit do it. */
    Duration DUMP_SETTLES_AFTER = Duration.ofHours(36);

    /** Names of its subreddits in their own spelling. */
    List<String> subreddits();

    /** The subreddit of that name, in any case, in its own spelling; empty if there is none. */
    default Optional<String> subreddit(String name) {
        return subreddits().stream().filter(known -> SubredditName.same(known, name)).findFirst();
    }

    /**
     * Fullnames of the newest items that a listing shows, newest first. Items that are gone are missing, but for a few, as on Reddit.
     *
     * @param subreddit a name as {@link #subreddits} spells it; any other has no items
     * @param limit most that are wanted, at least 0
     */
    List<String> newest(String subreddit, ItemKind kind, Instant at, int limit);

    /** The item as it is shown at that time, gone or not; empty if there is no such item, or not yet. */
    Optional<Snapshot> state(String fullname, Instant at);

    /** An item that exists from {@code createdUtc} on, which is in whole seconds. */
    record Created(String fullname, Instant createdUtc) {}

    /** All items of a kind created in the window, oldest first, whatever becomes of them later. */
    Stream<Created> createdWithin(ItemKind kind, Window window);

    /**
     * Writes all items of a kind created in the window as the lines of a dump (newline-delimited JSON, oldest first), in the form of
     * {@code RS_*} and {@code RC_*} files. Each was retrieved first within half an hour of its creation ({@code retrieved_on}) and looks as
     * it did {@link #DUMP_SETTLES_AFTER} its creation, but never later than at the end of the window. The stream is flushed, not closed.
     *
     * @return number of lines
     */
    default long writeDump(Window window, ItemKind kind, OutputStream out) throws IOException {
        return writeDump(window, kind, window.end(), out);
    }

    /**
     * The same of a part of a longer dump.
     *
     * @param end end of the whole dump: nothing was retrieved later
     */
    default long writeDump(Window window, ItemKind kind, Instant end, OutputStream out) throws IOException {
        return DumpWriter.write(this, window, kind, end, out);
    }
}
