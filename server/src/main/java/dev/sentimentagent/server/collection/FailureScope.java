package dev.sentimentagent.server.collection;

import dev.sentimentagent.reddit.Fetch;

/** How far a failure reaches: what else would meet it if it were asked for now. */
enum FailureScope {
    /** Perhaps nothing else. */
    REQUEST,
    /** Every listing of the subreddit. */
    SUBREDDIT,
    /** Everything: Reddit, the way to it, or what it thinks of our credential. */
    REDDIT;

    static FailureScope of(Fetch.Failure failure) {
        return switch (failure) {
            case Fetch.Refused _,Fetch.Malformed _,Fetch.ServerError _ -> REQUEST;
            case Fetch.Private _,Fetch.Banned _,Fetch.Quarantined _,Fetch.Renamed _ -> SUBREDDIT;
            case Fetch.Unauthorized _,Fetch.RateLimited _,Fetch.TimedOut _,Fetch.Unreachable _ -> REDDIT;
        };
    }
}
