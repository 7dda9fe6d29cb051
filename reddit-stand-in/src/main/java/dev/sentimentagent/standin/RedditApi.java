package dev.sentimentagent.standin;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.time.TimeSource;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers requests as Reddit would, faults of content included. Thread-safe; knows nothing of HTTP servers. */
final class RedditApi {
    private static final int PAGE_SIZE = 100;
    private static final int DEFAULT_PAGE_SIZE = 25;
    private static final String BEARER_ERROR = "Bearer realm=\"reddit\", error=\"invalid_token\"";

    private final StandInSettings settings;
    private final World world;
    private final TimeSource time;
    private final Supplier<URI> baseUrl;
    private final Tokens tokens;
    private final RateWindow rate;

    RedditApi(StandInSettings settings, World world, TimeSource time, Supplier<URI> baseUrl) {
        this.settings = settings;
        this.world = world;
        this.time = time;
        this.baseUrl = baseUrl;
        this.tokens = new Tokens(settings, time);
        this.rate = new RateWindow(settings.requestBudget(), time);
    }

    Answer answer(Call call, @Nullable Fault fault) {
        if (fault instanceof Fault.OfAnswer instead) {
            return insteadOfAnswer(instead);
        }
        if (fault instanceof Fault.TokensRevoked) {
            tokens.revokeAll();
        }
        if (call.endpoint() == Endpoint.TOKEN) {
            return token(call, fault instanceof Fault.WrongCredentials);
        }
        if (!tokens.valid(call.authorization())) {
            return Answer.error(401, "Unauthorized").with("WWW-Authenticate", BEARER_ERROR);
        }
        RateWindow.Standing standing = rate.count();
        Answer answer = standing.exceeded() ? tooManyRequests(Duration.ofSeconds(standing.reset())) : content(call, fault);
        return answer.withAll(standing.headers());
    }

    private Answer content(Call call, @Nullable Fault fault) {
        if (fault instanceof Fault.OfSubreddit closed) {
            return insteadOfSubreddit(closed, call);
        }
        return switch (call.endpoint()) {
            case NEW -> listing(call, ItemKind.POST, fault);
            case COMMENTS -> listing(call, ItemKind.COMMENT, fault);
            case INFO -> info(call, spoilt(fault));
            case TOKEN, OTHER -> call.path().startsWith("/subreddits/search")
                    ? Answer.json(200, ListingJson.write(List.of(), null, call.raw(), null))
                    : Answer.error(404, "Not Found");
        };
    }

    private static Answer insteadOfAnswer(Fault.OfAnswer fault) {
        return switch (fault) {
            case Fault.RateLimited limited -> limited.retryAfter() == null
                    ? Answer.error(429, "Too Many Requests")
                    : tooManyRequests(limited.retryAfter());
            case Fault.ServerError error -> Answer.html(error.status(), error.status() + " from upstream", "The origin did not answer.");
            case Fault.HtmlInsteadOfJson html -> Answer.html(200, "Welcome", "A page for people, not for programs.");
        };
    }

    private static Answer tooManyRequests(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.toSeconds());
        return Answer.html(429, "Too Many Requests", "Please wait " + seconds + " second(s) and try again.")
                .with("Retry-After", Long.toString(seconds));
    }

    private Answer insteadOfSubreddit(Fault.OfSubreddit fault, Call call) {
        return switch (fault) {
            case Fault.PrivateSubreddit closed -> Answer.error(403, "Forbidden", "private");
            case Fault.BannedSubreddit banned -> Answer.error(404, "Not Found", "banned");
            case Fault.QuarantinedSubreddit quarantined -> Answer.json(
                    403,
                    "{\"reason\": \"quarantined\", \"quarantine_message_html\": null, \"quarantine_message\": null,"
                            + " \"message\": \"Forbidden\", \"error\": 403}");
            case Fault.RenamedSubreddit renamed -> Answer.redirect(
                    baseUrl.get() + "/r/" + encode(renamed.to()) + (call.endpoint() == Endpoint.NEW ? "/new" : "/comments"));
        };
    }

    private Answer token(Call call, boolean refuse) {
        if (refuse || !tokens.accepts(call.authorization())) {
            return Answer.error(401, "Unauthorized");
        }
        if (!List.of(call.body().split("&", -1)).contains("grant_type=client_credentials")) {
            return Answer.json(400, "{\"error\": \"unsupported_grant_type\"}");
        }
        return Answer.json(
                200,
                "{\"access_token\": \"" + tokens.issue() + "\", \"token_type\": \"bearer\", \"expires_in\": "
                        + settings.tokenLifetime().toSeconds() + ", \"scope\": \"*\"}");
    }

    private Answer listing(Call call, ItemKind kind, @Nullable Fault fault) {
        String asked = Optional.ofNullable(call.subreddit()).orElseThrow();
        Optional<String> subreddit = world.subreddit(asked);
        if (subreddit.isEmpty()) {
            return switch (settings.unknownSubreddit()) {
                case SEARCH -> Answer.redirect(baseUrl.get() + "/subreddits/search?q=" + encode(asked));
                case NOT_FOUND -> Answer.error(404, "Not Found", "banned");
            };
        }
        if (fault instanceof Fault.EmptyListing) {
            return Answer.json(200, ListingJson.write(List.of(), null, call.raw(), null));
        }
        Instant now = time.instant();
        int cap = fault instanceof Fault.ShortListing cut ? Math.min(cut.cap(), settings.listingCap()) : settings.listingCap();
        List<String> names = world.newest(subreddit.get(), kind, now, cap);
        if (settings.looseOrder()) {
            names = Paging.loosen(names);
        }
        boolean repeat = fault instanceof Fault.RepeatedPage;
        Paging page = Paging.of(names, repeat ? null : call.query().get("after"), limit(call));
        List<String> shown = new ArrayList<>(page.names());
        if (fault instanceof Fault.ResurfacedItems resurfaced && call.query().get("after") == null) {
            shown.addAll(0, names.subList(Math.max(shown.size(), names.size() - resurfaced.count()), names.size()));
        }
        String after = repeat && !shown.isEmpty() ? shown.getLast() : page.after();
        return Answer.json(200, ListingJson.write(states(shown, now), after, call.raw(), spoilt(fault)));
    }

    private static Fault.@Nullable MalformedItems spoilt(@Nullable Fault fault) {
        return fault instanceof Fault.MalformedItems malformed ? malformed : null;
    }

    private Answer info(Call call, Fault.@Nullable MalformedItems spoil) {
        List<String> names = Arrays.stream(call.query().getOrDefault("id", "").split(",", -1)).filter(name -> !name.isBlank()).toList();
        if (names.size() > PAGE_SIZE) {
            return Answer.error(400, "Bad Request");
        }
        return Answer.json(200, ListingJson.write(states(names, time.instant()), null, call.raw(), spoil));
    }

    private List<Snapshot> states(List<String> names, Instant now) {
        return names.stream().flatMap(name -> world.state(name, now).stream()).toList();
    }

    private static int limit(Call call) {
        try {
            return Math.clamp(Integer.parseInt(call.query().getOrDefault("limit", "")), 1, PAGE_SIZE);
        } catch (NumberFormatException notANumber) {
            return DEFAULT_PAGE_SIZE;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
