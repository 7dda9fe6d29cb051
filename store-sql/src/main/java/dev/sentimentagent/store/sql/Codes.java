package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.sighting.ItemCounts;
import java.util.Arrays;

/** The numbers that stand for enum constants in the database. */
final class Codes {
    private Codes() {}

    static int of(ItemKind kind) {
        return switch (kind) {
            case POST -> 0;
            case COMMENT -> 1;
        };
    }

    static ItemKind kind(long code) {
        return code == 0 ? ItemKind.POST : ItemKind.COMMENT;
    }

    static int of(Sentiment sentiment) {
        return switch (sentiment) {
            case NEGATIVE -> -1;
            case NEUTRAL -> 0;
            case POSITIVE -> 1;
        };
    }

    /** Stands in the place of the class of what a bot wrote, which counts nowhere. */
    static final int BOT = 2;

    static Sentiment sentiment(long code) {
        if (code == 0 || code == BOT) {
            return Sentiment.NEUTRAL;
        }
        return code < 0 ? Sentiment.NEGATIVE : Sentiment.POSITIVE;
    }

    static int of(ItemCounts.Sort sort) {
        return switch (sort) {
            case PERSON -> 0;
            case DELETED -> 1;
            case BOT -> BOT;
        };
    }

    static ItemCounts.Sort sort(long code) {
        return code == 0 ? ItemCounts.Sort.PERSON : code == BOT ? ItemCounts.Sort.BOT : ItemCounts.Sort.DELETED;
    }

    static int of(Dimension dimension) {
        return switch (dimension) {
            case SUBREDDIT -> 0;
            case TOOL -> 1;
            case METHOD -> 2;
            case BOT -> 3;
            case FOREIGN -> 4;
        };
    }

    /** A condition: what this program can count by. Instances of a later version may count by more beside it. */
    static final String KNOWN_DIMENSION = "+dimension BETWEEN 0 AND "
            + Arrays.stream(Dimension.values()).mapToInt(Codes::of).max().orElseThrow();

    static Dimension dimension(long code) {
        return switch ((int) code) {
            case 0 -> Dimension.SUBREDDIT;
            case 1 -> Dimension.TOOL;
            case 2 -> Dimension.METHOD;
            case 3 -> Dimension.BOT;
            case 4 -> Dimension.FOREIGN;
            default -> throw new IllegalArgumentException("no dimension has the number " + code);
        };
    }
}
