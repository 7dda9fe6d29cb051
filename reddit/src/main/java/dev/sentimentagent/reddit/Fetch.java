package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a request for items, after all retries. */
public sealed interface Fetch {
    /**
     * Items were received.
     *
     * @param items the well-formed ones in the order received; {@code collectedAt} is when they were
     * @param rejected the others
     * @param after with what the next page is asked for; null on the last
     */
    record Page(List<Item> items, List<Rejection> rejected, @Nullable String after) implements Fetch {
        public Page {
            items = List.copyOf(items);
            rejected = List.copyOf(rejected);
        }

        /** Number of items received, well formed or not. */
        public int size() {
            return items.size() + rejected.size();
        }
    }

    /** No items were received. */
    sealed interface Failure extends Fetch {
        /** Short machine-readable class of the failure. */
        String reason();

        /** One line for a human; never a secret. */
        String detail();
    }

    /** The subreddit is private (403). */
    record Private(String detail) implements Failure {
        @Override
        public String reason() {
            return "private";
        }
    }

    /** The subreddit is banned or does not exist (404). */
    record Banned(String detail) implements Failure {
        @Override
        public String reason() {
            return "banned";
        }
    }

    /** The subreddit is quarantined (403). */
    record Quarantined(String detail) implements Failure {
        @Override
        public String reason() {
            return "quarantined";
        }
    }

    /** The subreddit has moved, or Reddit searched for it instead of serving it (302). */
    record Renamed(String detail) implements Failure {
        @Override
        public String reason() {
            return "renamed";
        }
    }

    /** Reddit does not accept the credentials. */
    record Unauthorized(String detail) implements Failure {
        @Override
        public String reason() {
            return "unauthorized";
        }
    }

    /** Still rate limited after all retries (429). */
    record RateLimited(String detail) implements Failure {
        @Override
        public String reason() {
            return "rate_limited";
        }
    }

    /** Reddit failed (5xx) after all retries. */
    record ServerError(int status, String detail) implements Failure {
        @Override
        public String reason() {
            return "server_error";
        }
    }

    /** Any other status that is not a success. */
    record Refused(int status, String detail) implements Failure {
        @Override
        public String reason() {
            return "refused";
        }
    }

    /** No whole answer arrived in time. */
    record TimedOut(String detail) implements Failure {
        @Override
        public String reason() {
            return "timed_out";
        }
    }

    /** The connection could not be made, or broke. */
    record Unreachable(String detail) implements Failure {
        @Override
        public String reason() {
            return "unreachable";
        }
    }

    /** The answer is not what Reddit documents: cut off, not JSON, no listing. */
    record Malformed(String detail) implements Failure {
        @Override
        public String reason() {
            return "malformed";
        }
    }
}
