package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the page at {@code /} shows.
 *
 * @param demo whether all of it is invented
 * @param now when it was asked for
 * @param day tally of the last 24 hours
 * @param subreddits tallies of the last 24 hours
 * @param nextCollection time until the next cycle; empty while one runs
 */
public record Overview(
        boolean demo,
        Instant now,
        Tally day,
        List<Row> subreddits,
        List<Topic> topics,
        List<Entry> posts,
        Optional<Cycle> lastCycle,
        boolean collecting,
        Optional<Duration> nextCollection) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A subreddit. */
    public record Row(String name, Tally tally) {}

    /** A post with its score. */
    public record Entry(Post post, Score score) {
        public String link() {
            return "https://www.reddit.com" + post.permalink();
        }
    }

    public String time(Instant instant) {
        return TIME.format(instant);
    }

    /** A compound score with its sign, two decimals. */
    public String score(double compound) {
        return String.format(Locale.ROOT, "%+.2f", compound);
    }

    public String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Share of a count in the total of a tally. */
    public String percent(long count, Tally tally) {
        return tally.total() == 0 ? "–" : Math.round(100.0 * count / tally.total()) + " %";
    }

    /** Such as {@code 4 s} or {@code 29 min}. */
    public String in(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
    }
}
