package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.time.TimeSource;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;

/**
 * Tells what an answer to a request for a listing means. Thread-safe.
 *
 * @param subreddit whether a subreddit's listing was asked for: only then does a 404 or a redirect speak of the subreddit
 */
record ListingInterpreter(TimeSource time, boolean subreddit) implements Attempts.Interpreter<Fetch> {
    @Override
    public Attempts.Verdict<Fetch> interpret(Exchange.Answer answer) {
        int status = answer.status();
        return status >= 200 && status < 300 ? listing(answer) : new Attempts.Verdict<>(failure(answer), false);
    }

    @Override
    public Fetch failed(Fetch.Failure failure) {
        return failure;
    }

    @Override
    public boolean budgeted() {
        return true;
    }

    private Attempts.Verdict<Fetch> listing(Exchange.Answer answer) {
        try {
            return new Attempts.Verdict<>(ListingParser.parse(answer.unpacked(HttpTransport.MAX_BODY), time.instant()), false);
        } catch (MalformedListingException e) {
            return malformed(answer, String.valueOf(e.getMessage()), e.cutOff());
        } catch (EOFException e) {
            return malformed(answer, "ends early", true);
        } catch (IOException e) {
            return malformed(answer, OneLine.of(String.valueOf(e.getMessage())), false);
        }
    }

    private static Attempts.Verdict<Fetch> malformed(Exchange.Answer answer, String what, boolean cutOff) {
        String detail = what + " (" + answer.status() + ", " + answer.contentType() + ", " + answer.size() + " bytes)";
        return new Attempts.Verdict<>(new Fetch.Failure(Reason.MALFORMED, detail), cutOff);
    }

    private Fetch failure(Exchange.Answer answer) {
        Map<String, String> members = FlatJson.of(answer);
        String reason = OneLine.of(members.getOrDefault("reason", ""));
        String detail = answer.status() + (reason.isEmpty() ? " " + answer.contentType() : " " + reason);
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> {
                String moved = detail + ", to " + location(answer);
                yield subreddit ? new Fetch.Failure(Reason.RENAMED, moved) : new Fetch.Failure(Reason.REFUSED, moved);
            }
            case 401 -> new Fetch.Failure(Reason.UNAUTHORIZED, detail);
            case 403 -> switch (reason) {
                case "private", "gold_only" -> new Fetch.Failure(Reason.PRIVATE, detail);
                case "quarantined", "gated" -> new Fetch.Failure(Reason.QUARANTINED, detail);
                default -> new Fetch.Failure(Reason.REFUSED, detail);
            };
            case 404 -> subreddit ? new Fetch.Failure(Reason.BANNED, detail) : new Fetch.Failure(Reason.REFUSED, detail);
            default -> new Fetch.Failure(Reason.REFUSED, detail);
        };
    }

    /** Without its query, which is of no use here and might hold anything. */
    private static String location(Exchange.Answer answer) {
        String location = answer.headers().firstValue("location").orElse("nowhere");
        int end = location.indexOf('?');
        return OneLine.of(end < 0 ? location : location.substring(0, end));
    }
}
