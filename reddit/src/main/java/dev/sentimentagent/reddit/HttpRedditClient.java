package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.time.TimeSource;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reddit's API over HTTP, for one credential. Open one for a credential and share it: the limiter is its own. Thread-safe.
 *
 * <p>A call makes at most {@link RedditSettings#retries()} tries, and up to two more where it meets a 429 or a token that ran out; it
 * waits at most {@link RedditSettings#patience()} in all, and no request lasts longer than {@link RedditSettings#requestTimeout()}.
 * Redirects are not followed: where a subreddit has moved to is for a human to decide.
 */
public final class HttpRedditClient implements RedditClient {
    private static final Pattern FULLNAME = Pattern.compile("t[13]_[0-9a-z]{1,13}");

    private final RedditSettings settings;
    private final HttpTransport transport;
    private final RateLimiter limiter;
    private final Attempts attempts;
    private final TokenSource tokens;
    private final TimeSource time;

    /** @param random for the jitter of delays; as thread-safe as the client has to be, which {@link java.util.Random} is */
    public HttpRedditClient(RedditSettings settings, TimeSource time, RandomGenerator random) {
        this.settings = settings;
        this.time = time;
        this.transport = new HttpTransport(settings.connectTimeout(), settings.requestTimeout());
        this.limiter = new RateLimiter(time);
        this.attempts = new Attempts(transport, limiter, time, random, settings.retries());
        this.tokens = new TokenSource(settings, attempts, time);
    }

    /** {@inheritDoc} A name that no subreddit can have gives {@link Reason#BANNED} without a request. */
    @Override
    public Fetch listing(String subreddit, Listing listing, @Nullable String after) throws InterruptedException {
        if (!SubredditName.isValid(subreddit)) {
            return new Fetch.Failure(Reason.BANNED, "no subreddit can have that name");
        }
        String query = "?limit=" + PAGE_SIZE + "&raw_json=1"
                + (after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        return get("/r/" + subreddit + "/" + listing.path() + query, true);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if there are more than {@value #PAGE_SIZE}, or one is no fullname of a post or comment
     */
    @Override
    public Fetch info(List<String> fullnames) throws InterruptedException {
        if (fullnames.size() > PAGE_SIZE) {
            throw new IllegalArgumentException("at most " + PAGE_SIZE + " fullnames, not " + fullnames.size());
        }
        for (String fullname : fullnames) {
            if (!FULLNAME.matcher(fullname).matches()) {
                throw new IllegalArgumentException("not the fullname of a post or comment");
            }
        }
        if (fullnames.isEmpty()) {
            return new Fetch.Page(List.of(), List.of(), null);
        }
        return get("/api/info?id=" + String.join(",", fullnames) + "&limit=" + PAGE_SIZE + "&raw_json=1", false);
    }

    @Override
    public long requests() {
        return transport.requests();
    }

    @Override
    public Duration waited() {
        return limiter.waited();
    }

    @Override
    public Optional<RequestBudget> budget() {
        return limiter.budget();
    }

    /** Breaks off what is under way; further calls give {@link Reason#UNREACHABLE}. */
    @Override
    public void close() {
        transport.close();
    }

    private Fetch get(String pathAndQuery, boolean subreddit) throws InterruptedException {
        Patience patience = new Patience(settings.patience());
        URI address = Urls.below(settings.apiUrl(), pathAndQuery);
        ListingInterpreter interpreter = new ListingInterpreter(time, subreddit);
        return switch (tokens.get(patience)) {
            case TokenSource.Grant.Denied(Fetch.Failure failure) -> failure;
            case TokenSource.Grant.Token token -> {
                Fetch fetch = attempts.run(request(address, token), interpreter, patience);
                yield isUnauthorized(fetch) ? again(address, token, interpreter, patience) : fetch;
            }
        };
    }

    /** Once more with a new token. */
    private Fetch again(URI address, TokenSource.Grant.Token rejected, ListingInterpreter interpreter, Patience patience)
            throws InterruptedException {
        return switch (tokens.renew(rejected, patience)) {
            case TokenSource.Grant.Denied(Fetch.Failure failure) -> failure;
            case TokenSource.Grant.Token token -> {
                Fetch fetch = attempts.run(request(address, token), interpreter, patience);
                if (isUnauthorized(fetch)) {
                    tokens.renewalWasUseless();
                }
                yield fetch;
            }
        };
    }

    private static boolean isUnauthorized(Fetch fetch) {
        return fetch instanceof Fetch.Failure failure && failure.reason() == Reason.UNAUTHORIZED;
    }

    private HttpRequest request(URI address, TokenSource.Grant.Token token) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "bearer " + token.value())
                .header("User-Agent", settings.userAgent())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();
    }
}
