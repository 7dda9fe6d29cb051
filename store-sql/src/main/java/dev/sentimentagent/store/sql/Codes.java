package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Sentiment;

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

    static int of(Dimension dimension) {
        return switch (dimension) {
            case SUBREDDIT -> 0;
            case TOOL -> 1;
        };
    }

    static Dimension dimension(long code) {
        return code == 0 ? Dimension.SUBREDDIT : Dimension.TOOL;
    }
}
