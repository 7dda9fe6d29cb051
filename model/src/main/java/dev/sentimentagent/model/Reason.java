package dev.sentimentagent.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why something could not be collected, stored or understood. {@code docs/runbook.md} says of each what to do.
 *
 * <p>Stores and the HTTP contract know a reason by its {@link #label}, never by its position.
 */
public enum Reason {
    /** The subreddit is private (403). */
    PRIVATE,
    /** The subreddit is banned or does not exist (404). */
    BANNED,
    /** The subreddit is quarantined (403). */
    QUARANTINED,
    /** The subreddit has moved, or Reddit searched for it instead of serving it (302). */
    RENAMED,
    /** Reddit does not accept the credentials. */
    UNAUTHORIZED,
    /** Still rate limited after all retries (429). */
    RATE_LIMITED,
    /** Reddit failed (5xx) after all retries. */
    SERVER_ERROR,
    /** Any other status that is not a success. */
    REFUSED,
    /** No whole answer arrived in time. */
    TIMED_OUT,
    /** The connection could not be made, or broke. */
    UNREACHABLE,
    /** The answer is not what Reddit documents: cut off, not JSON, no listing, or a listing of items most of which are not understood. */
    MALFORMED,
    /** A listing that had items before is empty. */
    EMPTY_PAGE,
    /** Reddit gives the same page again and again. */
    REPEATED_PAGE,
    /** The cycle ended early, because Reddit was out. */
    NOT_TRIED,

    /** An item lacks a field that none can be without. */
    MISSING_FIELD,
    /** A field of an item is of another type than documented. */
    WRONG_TYPE,
    /** A field of an item has a value that it cannot have. */
    INVALID_VALUE,
    /** A field of an item, or a line of a dump, is longer than any can be. */
    OVERSIZED,
    /** Nothing tells whether the line of a dump is a post or a comment. */
    UNKNOWN_KIND,
    /** A line of a dump is not JSON. */
    BAD_JSON,

    /** The store refused what was collected. */
    STORE_FAILED,
    /** An exception on our side that is not the store's. */
    INTERNAL_ERROR,

    /** Reddit's listing ended before it joined what was covered before: a {@link Gap}. */
    LISTING_CAP,

    /** One that this version does not know: the store was written by another one. */
    OTHER;

    private static final Map<String, Reason> BY_LABEL = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Reason::label, Function.identity()));

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Short machine-readable name, lower case with underscores, as stores and the HTTP contract spell it. */
    public String label() {
        return label;
    }

    /** The reason of that label; {@link #OTHER} if this version does not know it. */
    public static Reason ofLabel(String label) {
        return BY_LABEL.getOrDefault(label, OTHER);
    }

    /** The label, for log lines. */
    @Override
    public String toString() {
        return label;
    }
}
