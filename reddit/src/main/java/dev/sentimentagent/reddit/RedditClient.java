package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Listing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What collecting asks of Reddit. Implementations are thread-safe and never throw for what Reddit or the network does. */
public interface RedditClient extends AutoCloseable {
    /** Most fullnames that one {@link #info} takes, and most items on one page of a listing. */
    int PAGE_SIZE = 100;

    /**
     * A page of a listing, newest first.
     *
     * @param after null for the first page, else {@link Fetch.Page#after()} of the page before
     */
    Fetch listing(String subreddit, Listing listing, @Nullable String after) throws InterruptedException;

    /**
     * The present state of known items; those that Reddit no longer knows are absent.
     *
     * @param fullnames at most {@value #PAGE_SIZE}
     */
    Fetch info(List<String> fullnames) throws InterruptedException;

    /** HTTP requests made since the client was opened, token requests and retries included. */
    long requests();

    /** Time spent waiting for the rate limiter since the client was opened. */
    Duration waited();

    /** What Reddit last told of its own limit; empty before it has told any, and once it counts anew. */
    default Optional<RequestBudget> budget() {
        return Optional.empty();
    }

    @Override
    void close();
}
