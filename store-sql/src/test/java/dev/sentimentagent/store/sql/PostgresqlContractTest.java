package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.contract.StoreContract;
import dev.sentimentagent.store.contract.StorePlace;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;

class PostgresqlContractTest extends StoreContract {
    private static final Set<String> STATEMENTS = ConcurrentHashMap.newKeySet();

    @Override
    protected StorePlace newPlace() {
        PostgresqlUrl url = PostgresqlFixtures.newDatabase();
        return () -> new SqlStore(
                new Calls(new RecordingDatabase(PostgresqlDatabase.open(url, null, PostgresqlSettings.DEFAULT), STATEMENTS),
                        RetryPolicy.NEVER, TimeSource.system(), new Random(1), Calls.SLOW));
    }

    /** All that the whole contract makes the store ask. */
    @AfterAll
    static void everyStatementIsOneThatCitusTakes() {
        List<String> items = STATEMENTS.stream().filter(sql -> sql.matches("(?s).*\\b(item|retagged)\\b.*")).toList();
        assertThat(items).allSatisfy(sql -> {
            if (!sql.equals(SelectSubreddits.SQL)) {
                assertThat(CitusRules.refusals(sql)).as(sql).isEmpty();
            }
        });
        assertThat(CitusRules.refusals(SelectSubreddits.SQL)).as("has another in its place there").isNotEmpty();
        assertThat(CitusRules.refusals(SelectSubreddits.OF_ROLLUPS)).isEmpty();
    }
}
