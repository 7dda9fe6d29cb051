package dev.sentimentagent.model.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of the catalogue, made whole or not at all.
 *
 * @param onVersion the version that it was worked out from: it is refused if another has come in between
 * @param puts tools that are added, or take the place of those of the same id
 * @param deletes ids of tools that go, their links with them
 * @param links links that are added, each in the place of one of the same alias
 * @param unlinks ids of alias tools whose link goes
 * @param subreddits likewise added, or put in the place of those of the same name in any case
 * @param takesBack versions of the catalogue whose changes of items are taken back: an item that has other tools since then stays as it is
 * @param retags changes of items, in their order, after that
 * @param merge what is written of a merge; null if it is none
 * @param audit what is written of the change
 */
public record CatalogueChange(long onVersion, List<CatalogueTool> puts, List<String> deletes, List<AliasLink> links, List<String> unlinks,
        List<CollectedSubreddit> subreddits, List<Long> takesBack, List<Retag> retags, @Nullable Merge merge, List<AuditRecord> audit) {
    public CatalogueChange {
        puts = List.copyOf(puts);
        deletes = List.copyOf(deletes);
        links = List.copyOf(links);
        unlinks = List.copyOf(unlinks);
        subreddits = List.copyOf(subreddits);
        takesBack = List.copyOf(takesBack);
        retags = List.copyOf(retags);
        audit = List.copyOf(audit);
    }

    /** A change that does nothing yet. */
    public static Builder on(long version) {
        return new Builder(version);
    }

    /** Gathers a change. Not thread-safe. */
    public static final class Builder {
        private final long version;
        private final List<CatalogueTool> puts = new ArrayList<>();
        private final List<String> deletes = new ArrayList<>();
        private final List<AliasLink> links = new ArrayList<>();
        private final List<String> unlinks = new ArrayList<>();
        private final List<CollectedSubreddit> subreddits = new ArrayList<>();
        private final List<Long> takesBack = new ArrayList<>();
        private final List<Retag> retags = new ArrayList<>();
        private @Nullable Merge merge;
        private final List<AuditRecord> audit = new ArrayList<>();

        private Builder(long version) {
            this.version = version;
        }

        public Builder put(CatalogueTool tool) {
            puts.add(tool);
            return this;
        }

        public Builder delete(String toolId) {
            deletes.add(toolId);
            return this;
        }

        public Builder link(AliasLink link) {
            links.add(link);
            return this;
        }

        public Builder unlink(String aliasToolId) {
            unlinks.add(aliasToolId);
            return this;
        }

        public Builder put(CollectedSubreddit subreddit) {
            subreddits.add(subreddit);
            return this;
        }

        public Builder takeBack(long earlier) {
            takesBack.add(earlier);
            return this;
        }

        public Builder retag(Retag retag) {
            retags.add(retag);
            return this;
        }

        public Builder merge(Merge made) {
            merge = made;
            return this;
        }

        public Builder audit(AuditRecord entry) {
            audit.add(entry);
            return this;
        }

        public CatalogueChange build() {
            return new CatalogueChange(version, puts, deletes, links, unlinks, subreddits, takesBack, retags, merge, audit);
        }
    }
}
