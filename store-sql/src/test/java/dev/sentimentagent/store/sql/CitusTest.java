package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.testsupport.TestPostgresql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What can be held of Citus without one: that the tables are spread as intended, once, by functions that stand in for its own and only note how
 * they are called; and that the rules which every statement is held against ({@link PostgresqlContractTest}) refuse what they should.
 */
class CitusTest {
    private static final String FUNCTIONS = """
            CREATE TABLE pg_dist_partition (n integer GENERATED ALWAYS AS IDENTITY, logicalrelid regclass, partkey text);
            CREATE FUNCTION create_reference_table(name regclass) RETURNS void LANGUAGE sql
              AS $$ INSERT INTO pg_dist_partition (logicalrelid) VALUES (name) $$;
            CREATE FUNCTION create_distributed_table(name regclass, by text, colocate_with text DEFAULT 'default') RETURNS void LANGUAGE sql
              AS $$ INSERT INTO pg_dist_partition (logicalrelid, partkey) VALUES (name, by || ' ' || colocate_with) $$;
            """;

    private final TestPostgresql server = TestPostgresql.shared();
    private final PostgresqlUrl plain = PostgresqlFixtures.newDatabase();
    private final PostgresqlUrl url = PostgresqlUrl.parse(plain.text() + "?citus=true");

    @Test
    void itemsAreSpreadOnceAndTheRestStays() throws SQLException {
        assertThatThrownBy(() -> PostgresqlFixtures.open(url, RetryPolicy.NEVER)).isInstanceOf(StoreException.class)
                .hasMessageContaining("citus=true, but the extension is not there; CREATE EXTENSION citus");
        execute(FUNCTIONS);
        for (int start = 0; start < 2; start++) {
            try (Store store = PostgresqlFixtures.open(url, RetryPolicy.NEVER);
                    Store other = PostgresqlFixtures.open(plain, RetryPolicy.NEVER)) {
                Fixtures.fill(store, 200, 100);
                assertThat(store.items().subreddits()).isNotEmpty().isEqualTo(other.items().subreddits());
                assertThat(Fixtures.rollupsAreExact(store)).isTrue();
            }
        }
        assertThat(strings("SELECT concat_ws(' ', logicalrelid, partkey) FROM pg_dist_partition ORDER BY n")).containsExactly("tool_set",
                "tool_set_member", "retag_set", "item fullname default", "retagged fullname item");
        assertThat(strings(
                "SELECT conname FROM pg_constraint WHERE contype = 'f' AND (conrelid IN ('item'::regclass, 'tool_set_member'::regclass)"
                        + " OR confrelid IN ('item'::regclass, 'tool_set'::regclass))"))
                .as("no keys between nodes")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "SELECT name FROM subreddit WHERE EXISTS (SELECT 1 FROM item WHERE item.subreddit_id = subreddit.subreddit_id)",
            "SELECT a.fullname FROM item a JOIN item b ON b.post_id = a.parent",
            "SELECT count(*) FROM item, subreddit WHERE item.subreddit_id = subreddit.subreddit_id",
            "SELECT fullname FROM item WHERE fullname = ? FOR UPDATE",
            "UPDATE item SET tool_set_id = (SELECT set_after FROM retagged WHERE retagged.fullname = item.fullname)",
            "UPDATE item SET tool_set_id = r.set_after FROM retagged AS r WHERE r.set_before = item.tool_set_id",
            "INSERT INTO item (fullname) VALUES (?) ON CONFLICT (post_id) DO NOTHING",
            "WITH RECURSIVE t AS (SELECT parent FROM item) SELECT * FROM t",
            "INSERT INTO retagged (fullname) SELECT fullname FROM item JOIN audit ON audit.at = item.created_utc"})
    void itsRulesRefuse(String sql) {
        assertThat(CitusRules.refusals(sql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "SELECT fullname FROM item WHERE fullname IN (?, ?)",
            "SELECT x FROM (SELECT post_id FROM item UNION SELECT fullname FROM item) AS m CROSS JOIN item AS post WHERE post.fullname = m.x",
            "UPDATE item SET tool_set_id = r.set_after FROM retagged AS r WHERE r.fullname = item.fullname",
            "SELECT name FROM subreddit WHERE name_key = ?",
            "SELECT version FROM data_version FOR UPDATE"})
    void itsRulesTake(String sql) {
        assertThat(CitusRules.refusals(sql)).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.connect(plain.text()); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = server.connect(plain.text());
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            while (results.next()) {
                strings.add(results.getString(1));
            }
        }
        return strings;
    }
}
