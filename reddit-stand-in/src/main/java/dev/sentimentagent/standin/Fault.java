package dev.sentimentagent.standin;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on Reddit's side. As JSON a fault is an object whose {@code type} is the name of its record:
 * {@code {"type": "RateLimited", "retryAfter": "PT5S"}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Fault {
    /** Whether it can befall a request of that kind; if not, the request neither suffers it nor counts. */
    boolean befalls(Endpoint endpoint);

    /** Takes the place of the answer. */
    sealed interface OfAnswer extends Fault {
        @Override
        default boolean befalls(Endpoint endpoint) {
            return true;
        }
    }

    /** Takes the place of the answer for a subreddit's listing. */
    sealed interface OfSubreddit extends Fault {
        @Override
        default boolean befalls(Endpoint endpoint) {
            return endpoint.listing();
        }
    }

    /** Changes what a listing holds. */
    sealed interface OfListing extends Fault {
        @Override
        default boolean befalls(Endpoint endpoint) {
            return endpoint.listing();
        }
    }

    /** Keeps the right answer from arriving whole. */
    sealed interface OfDelivery extends Fault {
        @Override
        default boolean befalls(Endpoint endpoint) {
            return true;
        }
    }

    /**
     * 429, too many requests.
     *
     * @param retryAfter with it: HTML and {@code Retry-After} (whole seconds); null: JSON and no such header
     */
    record RateLimited(@Nullable Duration retryAfter) implements OfAnswer {}

    /** A status of 500 to 599 with an HTML page. */
    record ServerError(int status) implements OfAnswer {
        public ServerError {
            if (status < 500 || status > 599) {
                throw new IllegalArgumentException("a server error is 500 to 599, not " + status);
            }
        }
    }

    /** 200 with an HTML page where JSON is expected. */
    record HtmlInsteadOfJson() implements OfAnswer {}

    /** 403, for members only. */
    record PrivateSubreddit() implements OfSubreddit {}

    /** 404, closed by Reddit. */
    record BannedSubreddit() implements OfSubreddit {}

    /** 403, hidden behind a warning. */
    record QuarantinedSubreddit() implements OfSubreddit {}

    /** 302 to the same listing under another name. */
    record RenamedSubreddit(String to) implements OfSubreddit {
        public RenamedSubreddit {
            requireNonNull(to, "to");
        }
    }

    /** A listing without items. */
    record EmptyListing() implements OfListing {}

    /** The listing ends after so many items. */
    record ShortListing(int cap) implements OfListing {
        public ShortListing {
            if (cap < 0) {
                throw new IllegalArgumentException("a listing cannot end after " + cap + " items");
            }
        }
    }

    /** Whatever page is asked for, the first one comes, and says that there is more. */
    record RepeatedPage() implements OfListing {}

    /** The first page begins with so many items from the end of the listing. */
    record ResurfacedItems(int count) implements OfListing {
        public ResurfacedItems {
            if (count < 1) {
                throw new IllegalArgumentException("at least one item must resurface, not " + count);
            }
        }
    }

    /**
     * Some items of the page are not as documented.
     *
     * @param how what is wrong with them
     * @param field which field is concerned, where it is about a single one
     * @param every the first item of so many is spoilt, at least 1
     */
    record MalformedItems(Malformation how, String field, int every) implements OfListing {
        public MalformedItems {
            requireNonNull(how, "how");
            requireNonNull(field, "field");
            if (every < 1) {
                throw new IllegalArgumentException("every must be at least 1, not " + every);
            }
        }

        /** The items that are asked for by name, too. */
        @Override
        public boolean befalls(Endpoint endpoint) {
            return endpoint.listing() || endpoint == Endpoint.INFO;
        }
    }

    /** All tokens lose their validity before the request is looked at: 401. */
    record TokensRevoked() implements Fault {
        @Override
        public boolean befalls(Endpoint endpoint) {
            return endpoint != Endpoint.TOKEN;
        }
    }

    /** Credentials are refused when a token is asked for: 401. */
    record WrongCredentials() implements Fault {
        @Override
        public boolean befalls(Endpoint endpoint) {
            return endpoint == Endpoint.TOKEN;
        }
    }

    /** The connection is accepted and the request read, but nothing is ever answered. */
    record Hang() implements OfDelivery {}

    /**
     * Headers at once, then the body byte by byte.
     *
     * @param pause between two bytes, by the machine's clock, as sockets know no other
     */
    record SlowDrip(Duration pause) implements OfDelivery {
        public SlowDrip {
            requireNonNull(pause, "pause");
        }
    }

    /** The connection is reset (TCP RST) in the middle of the body. */
    record ResetInBody() implements OfDelivery {}

    /** The connection is closed in good order (TCP FIN) in the middle of the body, short of its announced length. */
    record TruncatedBody() implements OfDelivery {}

    /** The body breaks off in the middle of the JSON, with a length that says so. */
    record BrokenJson() implements OfDelivery {}
}
