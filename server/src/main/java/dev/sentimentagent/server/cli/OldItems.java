package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.server.collection.CommitListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Counts what an import brings that the service will not keep, so that nobody wonders later where it went. */
final class OldItems implements CommitListener {
    private final Optional<Duration> retention;
    private final Instant oldest;
    private long count;

    /** @param retention age at which the service deletes items; empty: never */
    OldItems(Optional<Duration> retention, Instant now) {
        this.retention = retention;
        this.oldest = retention.map(now::minus).orElse(Instant.MIN);
    }

    @Override
    public void committed(Batch batch, BatchResult result) {
        count += batch.items().stream().filter(scored -> scored.item().createdUtc().isBefore(oldest)).count();
    }

    /** One line, if there are any. */
    Optional<String> remark() {
        return retention.filter(_ -> count > 0)
                .map(
                        age -> String.format(
                                Locale.ROOT,
                                "%,d of them are older than %d days (DATA_RETENTION_DAYS): the service deletes them at its next retention run,"
                                        + " unless DATA_RETENTION_DAYS is more, or 0 to keep all for ever",
                                count,
                                age.toDays()));
    }
}
