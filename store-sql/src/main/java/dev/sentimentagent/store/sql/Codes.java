package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;

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
