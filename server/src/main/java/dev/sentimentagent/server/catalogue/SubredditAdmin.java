package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.model.catalogue.CollectedSubreddit.State;
import java.util.Map;
import java.util.Optional;

/** Adds, pauses and removes subreddits: the next cycle goes by it. Thread-safe; every method throws {@link CatalogueException} if it refuses. */
public final class SubredditAdmin {
    /** A cycle of more would not be done before the next one begins. */
    private static final int MOST = 200;

    private final Changes changes;

    SubredditAdmin(Changes changes) {
        this.changes = changes;
    }

    /** Adds a subreddit that is not collected. */
    public CollectedSubreddit add(String name, Admin admin) {
        String plain = name.strip().replaceFirst("^/?r/", "");
        if (!SubredditName.isValid(plain)) {
            throw CatalogueException.invalid("a subreddit is named by letters, digits and underscores, without r/");
        }
        return put(plain, admin, "added", current -> {
            Optional<CollectedSubreddit> known = find(current, plain);
            if (known.isPresent() && known.get().state() != State.REMOVED) {
                throw CatalogueException.refused("r/" + known.get().name() + " is among the subreddits already");
            }
            if (current.allSubreddits().size() >= MOST) {
                throw CatalogueException.refused("there are " + MOST + " subreddits: more cannot be collected in half an hour");
            }
            return new CollectedSubreddit(plain, State.ACTIVE, changes.now(), admin.name(), changes.now(), admin.name());
        });
    }

    /** Ends collecting for now, or goes on with it. */
    public CollectedSubreddit set(String name, State state, Admin admin) {
        String verb = switch (state) {
            case ACTIVE -> "resumed";
            case PAUSED -> "paused";
            case REMOVED -> "removed";
        };
        return put(name, admin, verb, current -> find(current, name)
                .filter(known -> known.state() != State.REMOVED)
                .orElseThrow(() -> new CatalogueException(CatalogueException.Problem.UNKNOWN, "there is no subreddit " + name))
                .in(state, changes.now(), admin.name()));
    }

    /** Ends collecting for good; what was collected stays until it is old. */
    public CollectedSubreddit remove(String name, Admin admin) {
        return set(name, State.REMOVED, admin);
    }

    private interface Maker {
        CollectedSubreddit make(CurrentCatalogue current);
    }

    private CollectedSubreddit put(String name, Admin admin, String verb, Maker maker) {
        Changes.Done done = changes.make(current -> {
            CollectedSubreddit after = maker.make(current);
            String before = find(current, name).map(known -> known.state().name()).orElse("");
            return CatalogueChange.on(current.version()).put(after).audit(new AuditRecord(changes.newId(), changes.now(), admin.name(),
                    AuditAction.SUBREDDIT, "r/" + after.name(), "r/" + after.name(), null, null,
                    Documents.write(Map.of("change", verb, "before", before, "after", after.state().name())), admin.ipAddress(),
                    admin.userAgent(), 0));
        });
        return find(done.now(), name).orElseThrow();
    }

    private static Optional<CollectedSubreddit> find(CurrentCatalogue current, String name) {
        return current.state().subreddits().stream().filter(known -> SubredditName.same(known.name(), name)).findFirst();
    }
}
