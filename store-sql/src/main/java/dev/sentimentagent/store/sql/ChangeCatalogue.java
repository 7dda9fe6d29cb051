package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.model.catalogue.Retag;
import java.sql.SQLException;

record ChangeCatalogue(CatalogueChange change) implements Query<Applied> {
    ChangeCatalogue {
        requireNonNull(change, "change");
    }

    @Override
    public Applied run(Session session) throws SQLException {
        long version = CatalogueVersion.after(session, change.onVersion());
        WriteCatalogue write = new WriteCatalogue(session, version);
        for (String alias : change.unlinks()) {
            write.unlink(alias);
        }
        for (String tool : change.deletes()) {
            write.delete(tool);
        }
        for (CatalogueTool tool : change.puts()) {
            write.put(tool);
        }
        for (var link : change.links()) {
            write.link(link);
        }
        for (CollectedSubreddit subreddit : change.subreddits()) {
            write.put(subreddit);
        }
        RetagItems retag = new RetagItems(session, version);
        for (long earlier : change.takesBack()) {
            retag.takeBack(earlier);
        }
        for (Retag step : change.retags()) {
            retag.run(step);
        }
        Applied applied = retag.done();
        WriteRecords records = new WriteRecords(session, version);
        if (change.merge() != null) {
            records.merge(change.merge(), applied);
        }
        records.audit(change.audit());
        return applied;
    }

    /** Without what tools say of themselves. */
    @Override
    public String toString() {
        return "ChangeCatalogue[onVersion=" + change.onVersion() + ", puts=" + change.puts().stream().map(CatalogueTool::id).toList()
                + ", deletes=" + change.deletes() + ", retags=" + change.retags() + ", takesBack=" + change.takesBack() + "]";
    }
}
