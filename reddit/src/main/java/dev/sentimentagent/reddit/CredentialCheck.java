package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.time.TimeSource;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What Reddit says of a credential when a token is asked for, once and without retries; and what time it is there.
 *
 * @param failure why there was no token; empty if there was
 * @param redditTime the {@code Date} of the answer, to the second; empty if there was no answer, or none with a time
 */
public record CredentialCheck(Optional<Fetch.Failure> failure, Optional<Instant> redditTime) {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    /** Asks. Never throws for what Reddit or the network does. */
    public static CredentialCheck ask(RedditSettings settings, TimeSource time) throws InterruptedException {
        try (HttpTransport transport = new HttpTransport(settings.connectTimeout(), settings.requestTimeout())) {
            return switch (transport.send(TokenSource.request(settings))) {
                case Exchange.Broken(Fetch.Failure failure, _) -> new CredentialCheck(Optional.of(failure), Optional.empty());
                case Exchange.Answer answer -> new CredentialCheck(failure(answer, time), date(answer));
            };
        }
    }

    private static Optional<Fetch.Failure> failure(Exchange.Answer answer, TimeSource time) {
        if (answer.status() == TOO_MANY_REQUESTS || answer.status() >= SERVER_ERRORS) {
            Reason reason = answer.status() == TOO_MANY_REQUESTS ? Reason.RATE_LIMITED : Reason.SERVER_ERROR;
            return Optional.of(new Fetch.Failure(reason, answer.status() + " when a token was asked for"));
        }
        return switch (new TokenSource.TokenInterpreter(time).interpret(answer).value()) {
            case TokenSource.Grant.Token _ -> Optional.empty();
            case TokenSource.Grant.Denied(Fetch.Failure failure) -> Optional.of(failure);
        };
    }

    private static Optional<Instant> date(Exchange.Answer answer) {
        try {
            return answer.headers().firstValue("date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
