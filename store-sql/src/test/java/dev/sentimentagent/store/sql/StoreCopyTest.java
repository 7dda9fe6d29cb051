package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file to a server and back everything is the same, and a copy that broke off goes on. */
class StoreCopyTest {
    @TempDir
    Path folder;

    @Test
    void toAServerAndBackEverythingIsTheSame() throws SQLException {
        Path file = folder.resolve("source.db");
        try (Store source = Fixtures.open(file)) {
            fill(source);
        }
        PostgresqlUrl url = PostgresqlFixtures.newDatabase();
        StoreEnd server = StoreEnd.postgresql(url, null);
        long rows = new StoreCopy(StoreEnd.sqlite(file), server).run((_, _, _) -> {});
        assertThat(rows).isGreaterThan(6000);
        Path back = folder.resolve("back.db");
        Fixtures.open(back).close();
        assertThat(new StoreCopy(server, StoreEnd.sqlite(back)).run((_, _, _) -> {})).isEqualTo(rows);
        assertThat(content(StoreEnd.sqlite(back))).isEqualTo(content(StoreEnd.sqlite(file)));
        try (Store copy = PostgresqlFixtures.open(url, RetryPolicy.NEVER); Store other = Fixtures.open(back)) {
            assertThat(Fixtures.rollupsAreExact(copy)).isTrue();
            assertThat(Fixtures.rollupsAreExact(other)).isTrue();
            // Numbers go on behind those that were copied.
            fillMore(copy);
            assertThat(Fixtures.rollupsAreExact(copy)).isTrue();
            assertThat(copy.leases().acquire("collector", "new", NinetyDays.START, Duration.ofMinutes(1)).orElseThrow().token())
                    .isEqualTo(1);
        }
    }

    @Test
    void oneThatBrokeOffGoesOn() throws SQLException {
        Path file = folder.resolve("source.db");
        try (Store source = Fixtures.open(file)) {
            fill(source);
        }
        StoreEnd server = StoreEnd.postgresql(PostgresqlFixtures.newDatabase(), null);
        for (String table : List.of("item", "rollup", "topic_post")) {
            assertThatThrownBy(() -> new StoreCopy(StoreEnd.sqlite(file), server).run((name, copied, _) -> {
                if (name.equals(table) && copied > 0) {
                    throw new IllegalStateException("broken off");
                }
            })).hasMessage("broken off");
        }
        List<Long> begunAt = new ArrayList<>();
        new StoreCopy(StoreEnd.sqlite(file), server).run((name, copied, _) -> {
            if (name.equals("item")) {
                begunAt.add(copied);
            }
        });
        assertThat(begunAt).as("what is copied is not copied again").containsExactly(5000L, 6100L);
        assertThat(content(server)).isEqualTo(content(StoreEnd.sqlite(file)));
    }

    @Test
    void anUnfinishedCopyIsNotGoneOnWithFromAnotherState() {
        Path file = folder.resolve("source.db");
        StoreEnd server = StoreEnd.postgresql(PostgresqlFixtures.newDatabase(), null);
        try (Store source = Fixtures.open(file)) {
            fill(source);
            assertThatThrownBy(() -> new StoreCopy(StoreEnd.sqlite(file), server).run((name, _, _) -> {
                if (name.equals("rollup")) {
                    throw new IllegalStateException("broken off");
                }
            })).hasMessage("broken off");
            fillMore(source);
        }
        assertThatThrownBy(() -> new StoreCopy(StoreEnd.sqlite(file), server).run((_, _, _) -> {})).isInstanceOf(StoreException.class)
                .hasMessageContaining("the target holds an unfinished copy of");
    }

    @Test
    void whatHoldsDataIsNotWrittenOver() {
        Path file = folder.resolve("source.db");
        Path other = folder.resolve("other.db");
        try (Store source = Fixtures.open(file); Store target = Fixtures.open(other)) {
            fill(source);
            Fixtures.fill(target, 10, 10);
        }
        assertThatThrownBy(() -> new StoreCopy(StoreEnd.sqlite(file), StoreEnd.sqlite(other)).run((_, _, _) -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the target is not empty: name a new one");
    }

    private static void fill(Store store) {
        Cycle cycle = Cycle.starting(NinetyDays.START, 5);
        store.cycles().open(cycle);
        List<ScoredItem> items = new NinetyDays(7000, 7).next(7000);
        for (int from = 0; from < items.size(); from += Batch.MAX_ITEMS) {
            List<ScoredItem> batch = items.subList(from, from + Batch.MAX_ITEMS);
            String subreddit = batch.getFirst().item().subreddit();
            store.items().save(new Batch(batch, new Batch.Progress(cycle.id(), subreddit, 1, List.of()),
                    new Coverage(subreddit, Listing.NEW, NinetyDays.START, NinetyDays.START.plusSeconds(9), NinetyDays.START),
                    new Gap(subreddit, Listing.COMMENTS, NinetyDays.START, NinetyDays.START.plusSeconds(5), Reason.LISTING_CAP, cycle.id(),
                            NinetyDays.START)));
        }
        store.topics().replace(List.of(new Topic("t", List.of("p1", "p2"), "theme", List.of("Straße \u20ac \ud83d\ude00"), 1.5, Tally.ZERO,
                NinetyDays.START, NinetyDays.START)));
        store.retention().expire(NinetyDays.START.plus(Duration.ofDays(12)), 900);
        store.leases().acquire("collector", "old", NinetyDays.START, Duration.ofMinutes(1));
    }

    private static void fillMore(Store store) {
        List<ScoredItem> items = new NinetyDays(7600, 8).next(7600);
        store.items().save(Batch.of(items.subList(7100, 7500)));
    }

    /** All rows of all tables, as text. */
    private static List<String> content(StoreEnd end) throws SQLException {
        List<String> content = new ArrayList<>();
        try (Connection connection = end.read()) {
            for (Table table : Table.of(connection)) {
                if (table.name().equals("lease")) {
                    continue;
                }
                try (PreparedStatement select = connection.prepareStatement(table.rows(false))) {
                    select.setInt(1, Integer.MAX_VALUE);
                    ResultSet rows = select.executeQuery();
                    while (rows.next()) {
                        StringBuilder row = new StringBuilder(table.name());
                        for (int i = 1; i <= table.columns().size(); i++) {
                            row.append('|').append(rows.getObject(i));
                        }
                        content.add(row.toString());
                    }
                }
            }
        }
        return content;
    }
}
