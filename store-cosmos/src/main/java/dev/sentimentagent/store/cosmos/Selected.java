package dev.sentimentagent.store.cosmos;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Texts;
import java.util.Locale;

/** Which items a {@link Selection} takes: most of it is asked of the database, the rest is looked at here. */
final class Selected {
    private Selected() {}

    static Sought living(String select, Selection selection) {
        Sought sought = created(Sought.of(select, Kinds.ITEM).where("c.deleted = false"), selection.created());
        if (selection.subreddit() != null) {
            subreddit(sought, selection.subreddit());
        }
        if (selection.toolId() != null) {
            sought.where("ARRAY_CONTAINS(c.tools, ?)", Texts.clean(selection.toolId()));
        }
        if (selection.sentiment() != null) {
            sought.where("c.bot = false");
            if (selection.toolId() == null) {
                sought.where("c.sentiment = ?", selection.sentiment().name());
            }
        }
        if (selection.notScoredBy() != null) {
            sought.where("c.method != ? OR c.version != ?", selection.notScoredBy().method(), selection.notScoredBy().version());
        }
        return sought;
    }

    static Sought created(Sought sought, Window created) {
        return sought.where("c.created_utc >= ? AND c.created_utc < ?", Times.secondsFrom(created.start()),
                Times.secondsFrom(created.end()));
    }

    static Sought subreddit(Sought sought, String name) {
        return sought.where("c.sub = ?", SubredditName.key(Texts.clean(name)));
    }

    /** What the query cannot tell: the verdict on a tool. */
    static boolean takes(ScoredItem scored, Selection selection) {
        return selection.sentiment() == null || selection.toolId() == null
                || scored.mentions().sentiment(Texts.clean(selection.toolId()), scored.score().sentiment()) == selection.sentiment();
    }

    static int compoundE4(ScoredItem scored, Selection selection) {
        int whole = scored.score().compoundE4();
        return selection.toolId() == null ? whole : scored.mentions().compoundE4(Texts.clean(selection.toolId()), whole);
    }

    static String lower(ScoredItem scored) {
        return scored.item().text().toLowerCase(Locale.ROOT);
    }
}
