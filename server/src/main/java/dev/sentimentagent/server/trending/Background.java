package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemStore;
import java.time.Duration;
import java.time.Instant;

/**
 * How often each term stood in titles of the weeks before, so that what is new can be told from what is always talked about.
 *
 * <p>The counts are a count-min sketch (Cormode & Muthukrishnan, 2005) of {@value #ROWS} rows: 1 MB whatever is counted. A term may be
 * counted too high by those that share its cells, by one or two with hundreds of thousands of terms, never too low. Immutable once built.
 */
final class Background {
    /** Nothing before is known. */
    static final Background NONE = new Background(0);

    private static final int ROWS = 2;
    private static final int CELLS = 1 << 18;
    /** So many posts tell how often a name stands in a title. */
    private static final int ENOUGH = 20_000;
    private static final Duration READ_AT_ONCE = Duration.ofDays(1);
    /** The week and the one before it are left out: a story may be older than a week, and is still news. */
    private static final Duration UNTIL = Duration.ofDays(14);
    private static final Duration FROM = Duration.ofDays(35);

    private final short[][] counts;
    private int posts;

    private Background(int cells) {
        counts = new short[ROWS][cells];
    }

    /** Counts the terms of the posts from 35 to 14 days before a moment, or of the last {@value #ENOUGH} or so of them. */
    static Background before(Instant now, ItemStore items) {
        Background background = new Background(CELLS);
        Instant end = now.minus(UNTIL);
        Instant start = now.minus(FROM);
        // Day by day, the last one first, so that a day's posts are all that is in memory.
        for (Instant at = end; at.isAfter(start) && background.posts < ENOUGH; at = at.minus(READ_AT_ONCE)) {
            items.activity(new Window(at.minus(READ_AT_ONCE), at)).forEach(background::add);
        }
        return background;
    }

    private void add(PostActivity post) {
        posts++;
        Features.of(post).terms().forEach(term -> increment(term.key()));
    }

    private void increment(String term) {
        int hash = term.hashCode();
        int count = count(term) + 1;
        // Only the lowest cells: the others are too high already ("conservative update").
        for (int row = 0; row < ROWS; row++) {
            int cell = cell(hash, row);
            if (counts[row][cell] < count && count <= Short.MAX_VALUE) {
                counts[row][cell] = (short) count;
            }
        }
    }

    /** Number of posts that were counted. */
    int posts() {
        return posts;
    }

    /** In how many of them the term stands, or a little more; at most {@link Short#MAX_VALUE}. */
    int count(String term) {
        if (counts[0].length == 0) {
            return 0;
        }
        int hash = term.hashCode();
        int count = Short.MAX_VALUE;
        for (int row = 0; row < ROWS; row++) {
            count = Math.min(count, counts[row][cell(hash, row)]);
        }
        return count;
    }

    private static int cell(int hash, int row) {
        int mixed = (hash ^ row * 0x5bd1e995) * 0x9e3779b1;
        return (mixed ^ mixed >>> 15) & CELLS - 1;
    }
}
