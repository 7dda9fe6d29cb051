package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.store.CatalogueConflictException;
import dev.sentimentagent.model.store.CatalogueStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes of the catalogue: each is worked out from what is there, and worked out again if another has come in between. Thread-safe.
 */
final class Changes {
    private static final int TRIES = 5;

    private final Catalogue catalogue;
    private final CatalogueStore store;
    private final LongConsumer committed;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    /** Of this process, since its start. */
    private final Map<AuditAction, Long> made = new ConcurrentHashMap<>();

    /**
     * What came of a change.
     *
     * @param now the catalogue since then
     */
    record Done(Applied applied, CurrentCatalogue now) {}

    /** @param committed takes the version of the data after each change */
    Changes(Catalogue catalogue, CatalogueStore store, LongConsumer committed, InstantSource clock, Supplier<UUID> ids) {
        this.catalogue = catalogue;
        this.store = store;
        this.committed = committed;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Makes a change.
     *
     * @param maker works it out; it may be called again. One without a record changes nothing
     * @throws CatalogueException if it refuses, or if others change the catalogue all the time
     */
    Done make(Function<CurrentCatalogue, CatalogueChange.Builder> maker) {
        CurrentCatalogue current = catalogue.current();
        for (int tried = 0; tried < TRIES; tried++) {
            CatalogueChange change = maker.apply(current).build();
            if (change.audit().isEmpty()) {
                // It is as it should be already.
                return new Done(new Applied(current.version(), 0, 0, 0, Map.of()), current);
            }
            require(change, current);
            try {
                Applied applied = store.apply(change);
                change.audit().forEach(record -> made.merge(record.action(), 1L, Long::sum));
                CurrentCatalogue now = catalogue.reload();
                committed.accept(applied.dataVersion());
                return new Done(applied, now);
            } catch (CatalogueConflictException e) {
                current = catalogue.reload();
            }
        }
        throw CatalogueException.conflict("the catalogue is being changed by others, try again");
    }

    /** How many changes of a kind were made. */
    long made(AuditAction action) {
        return made.getOrDefault(action, 0L);
    }

    Instant now() {
        // As the store keeps it.
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    String newId() {
        return ids.get().toString();
    }

    /** What is written of a change of one tool. */
    AuditRecord record(Admin admin, AuditAction action, @Nullable CatalogueTool before, @Nullable CatalogueTool after,
            Map<String, String> metadata) {
        CatalogueTool subject = after == null ? before : after;
        if (subject == null) {
            throw new IllegalArgumentException("a change is of something");
        }
        return new AuditRecord(newId(), now(), admin.name(), action, subject.id(), subject.tool().name(), written(before), written(after),
                Documents.write(metadata), admin.ipAddress(), admin.userAgent(), 0);
    }

    private static @Nullable String written(@Nullable CatalogueTool tool) {
        return tool == null ? null : Documents.write(ToolDocument.of(tool));
    }

    /** A change must leave a catalogue that can be listened by. */
    private static void require(CatalogueChange change, CurrentCatalogue current) {
        try {
            var _ = Listening.to(Preview.after(change, current));
        } catch (IllegalArgumentException e) {
            throw CatalogueException.invalid(String.valueOf(e.getMessage()));
        }
    }
}
