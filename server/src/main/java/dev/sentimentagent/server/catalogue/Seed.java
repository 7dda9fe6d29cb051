package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.model.catalogue.ToolStatus;
import dev.sentimentagent.sentiment.ToolCatalogue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a catalogue begins with: the tools that ship with the program, once, and the subreddits of the settings, at each start: what an admin has
 * added, paused or removed stays so whatever they say.
 */
record Seed(Supplier<ToolCatalogue> shipped, List<String> subreddits, InstantSource clock) {
    static final String SYSTEM = "system";
    /** When the catalogue of tools that ships was last looked through. */
    private static final Instant SHIPPED_MADE = Instant.parse("2026-11-01T00:00:00Z");

    /** What is to be changed at a start; empty if nothing is. */
    Optional<CatalogueChange> change(CatalogueState state) {
        CatalogueChange.Builder change = CatalogueChange.on(state.version());
        boolean changed = false;
        if (state.version() == 0) {
            shipped.get().tools().forEach(tool -> change.put(seeded(tool)));
            changed = true;
        }
        for (String name : subreddits) {
            Optional<CollectedSubreddit> known = find(state, name);
            if (known.isEmpty() || (isOurs(known.get()) && known.get().state() == CollectedSubreddit.State.REMOVED)) {
                // A moment later each, so that they keep the order of the settings.
                Instant added = clock.instant().plusMillis(subreddits.indexOf(name));
                change.put(new CollectedSubreddit(name, CollectedSubreddit.State.ACTIVE, added, CollectedSubreddit.SETTINGS, added,
                        CollectedSubreddit.SETTINGS));
                changed = true;
            }
        }
        for (CollectedSubreddit known : state.subreddits()) {
            boolean named = subreddits.stream().anyMatch(name -> SubredditName.same(name, known.name()));
            if (!named && isOurs(known) && known.state() != CollectedSubreddit.State.REMOVED) {
                change.put(known.in(CollectedSubreddit.State.REMOVED, clock.instant(), CollectedSubreddit.SETTINGS));
                changed = true;
            }
        }
        return changed ? Optional.of(change.build()) : Optional.empty();
    }

    /** A tool as it ships, as the catalogue keeps it. */
    static CatalogueTool seeded(Tool tool) {
        return new CatalogueTool(tool, List.of(Categories.ofKind(tool.category())), ToolStatus.ACTIVE, "", Map.of(), null, SHIPPED_MADE,
                SYSTEM, SHIPPED_MADE, SYSTEM, 0);
    }

    private static Optional<CollectedSubreddit> find(CatalogueState state, String name) {
        return state.subreddits().stream().filter(known -> SubredditName.same(known.name(), name)).findFirst();
    }

    /** Whether no admin has had a hand in it. */
    private static boolean isOurs(CollectedSubreddit known) {
        return known.updatedBy().equals(CollectedSubreddit.SETTINGS);
    }
}
