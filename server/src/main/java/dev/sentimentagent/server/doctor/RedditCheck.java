package dev.sentimentagent.server.doctor;

import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.reddit.CredentialCheck;
import dev.sentimentagent.reddit.Fetch;
import dev.sentimentagent.reddit.RedditSettings;
import dev.sentimentagent.server.settings.RedditAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The credentials, by a real request for a token, and the machine's clock, by the date of the answer. */
record RedditCheck(RedditAccess access, TimeSource machine) implements Check {
    private static final String NAME = "reddit";
    private static final String CLOCK = "clock";
    private static final String SYNCHRONIZE = "synchronize the clock: timedatectl set-ntp true, or chrony";
    /** The date has whole seconds, and the answer was under way for a while. */
    private static final Duration SMALL = Duration.ofSeconds(30);
    /** Certificates and tokens are still taken for good; times of collection are wrong. */
    private static final Duration LARGE = Duration.ofMinutes(5);

    @Override
    public List<Finding> look() throws InterruptedException {
        Optional<RedditSettings> client = access.client();
        if (client.isEmpty()) {
            return List.of(
                    Finding.fail(
                            NAME,
                            "no credentials: nothing is collected, stored data is served",
                            "set REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET (https://www.reddit.com/prefs/apps, type script), restart"));
        }
        CredentialCheck answer = CredentialCheck.ask(client.get(), machine);
        List<Finding> findings = new ArrayList<>();
        findings.add(answer.failure().map(this::explain).orElseGet(this::agent));
        answer.redditTime().ifPresent(there -> findings.add(skew(Duration.between(there, machine.instant()))));
        return findings;
    }

    private Finding agent() {
        String says = "Reddit takes the credentials and gave a token";
        return access.userAgent().equals(RedditAccess.DEFAULT_USER_AGENT)
                ? Finding.warn(NAME, says + "; the user agent names nobody",
                        "set REDDIT_USER_AGENT with your name in it: Reddit asks for that")
                : Finding.ok(NAME, says);
    }

    private Finding explain(Fetch.Failure failure) {
        String says = failure.reason() + ": " + failure.detail();
        return switch (failure.reason()) {
            case UNAUTHORIZED -> Finding.fail(
                    NAME,
                    "Reddit refuses the credentials (" + says + ")",
                    "correct REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET: the app must be of type script, the id stands below its name; restart");
            case RATE_LIMITED ->
                Finding.warn(NAME, says, "give each program that uses Reddit credentials of its own; try again in ten minutes");
            case SERVER_ERROR -> Finding.warn(NAME, says, "nothing: Reddit is out; the service tries again by itself");
            case TIMED_OUT, UNREACHABLE -> Finding.fail(
                    NAME,
                    says,
                    "look at the way to " + access.auth() + " from this machine: curl -sI " + access.auth()
                            + "; name server, firewall, proxy, certificates");
            default -> Finding.fail(
                    NAME,
                    says,
                    "see what answers in Reddit's place at " + access.auth()
                            + ", and whether REDDIT_USER_AGENT names a program and a person");
        };
    }

    private static Finding skew(Duration ahead) {
        String says = "this machine is %d s %s Reddit".formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
        if (ahead.abs().compareTo(LARGE) > 0) {
            return Finding.fail(CLOCK, says, SYNCHRONIZE);
        }
        return ahead.abs().compareTo(SMALL) > 0 ? Finding.warn(CLOCK, says, SYNCHRONIZE) : Finding.ok(CLOCK, says);
    }
}
