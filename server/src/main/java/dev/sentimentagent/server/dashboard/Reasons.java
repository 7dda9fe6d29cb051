package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Reason;

/** Why something could not be collected, in words for someone who does not know the service. */
final class Reasons {
    private Reasons() {}

    static String words(Reason reason) {
        return switch (reason) {
            case PRIVATE -> "The subreddit is private";
            case BANNED -> "The subreddit is banned or does not exist";
            case QUARANTINED -> "The subreddit is quarantined";
            case RENAMED -> "The subreddit has moved to another name";
            case UNAUTHORIZED -> "Reddit refuses these credentials";
            case RATE_LIMITED -> "Reddit asked us to slow down for too long";
            case SERVER_ERROR -> "Reddit itself failed";
            case REFUSED -> "Reddit refused the request";
            case TIMED_OUT -> "Reddit did not answer in time";
            case UNREACHABLE -> "Reddit could not be reached";
            case MALFORMED -> "Reddit's answer made no sense";
            case EMPTY_PAGE -> "A list that had posts before came back empty";
            case REPEATED_PAGE -> "Reddit gave the same page again and again";
            case NOT_TRIED -> "Not tried: Reddit was out, and the round ended early";
            case MISSING_FIELD -> "A post or comment lacked a part that it must have";
            case WRONG_TYPE, INVALID_VALUE -> "A post or comment held a value that it cannot have";
            case OVERSIZED -> "A post or comment was longer than any can be";
            case UNKNOWN_KIND, BAD_JSON -> "A line of an import could not be read";
            case STORE_FAILED -> "The database refused what was collected";
            case INTERNAL_ERROR -> "Something failed on our side: the log says what";
            case LISTING_CAP -> "Reddit's list ended before it joined what was known";
            case OTHER -> "Something that this version does not know";
        };
    }
}
