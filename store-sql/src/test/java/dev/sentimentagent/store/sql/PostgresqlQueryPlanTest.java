package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.testsupport.TestPostgresql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plans that PostgreSQL makes for any values: each question goes through the index that was made for it, none reads all items, no list is
 * sorted. Tables that are too small for an index to pay are taken for large ones.
 */
class PostgresqlQueryPlanTest {
    private static final Instant T0 = NinetyDays.START;
    private static final Window DAY = new Window(T0, T0.plusSeconds(86_400));
    private static final List<String> POSTS = IntStream.range(0, 500).mapToObj(i -> "p" + i).toList();
    private static final List<ItemKey> KEYS = POSTS.stream().map(id -> new ItemKey(ItemKind.POST.fullname(id), "aws", T0)).toList();

    private static Connection connection;

    @BeforeAll
    static void fill() throws SQLException {
        PostgresqlUrl url = PostgresqlFixtures.newDatabase();
        try (Store store = PostgresqlFixtures.open(url, RetryPolicy.NEVER)) {
            Fixtures.fill(store, 5000, 500);
        }
        connection = TestPostgresql.shared().connect(url.text());
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE; SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET enable_bitmapscan = off");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    static Stream<Arguments> listsAndCounts() {
        return Stream.of(Arguments.of(new SelectRecentPosts(null, T0, 100, null), "Index Scan Backward using post_by_collected"),
                Arguments.of(new SelectRecentPosts("aws", T0, 100, null), "Index Scan Backward using post_by_subreddit_collected"),
                Arguments.of(new SelectComments("p1", 100, null), "Index Scan using comment_by_post"),
                Arguments.of(new SelectItem("t3_p1"), "Index Scan using item_pkey"),
                Arguments.of(new SelectKnown(KEYS), "Index Only Scan using item_pkey"),
                Arguments.of(new SelectKeys(ItemKind.POST, DAY), "Index Scan Backward using item_by_created"),
                Arguments.of(new SelectActivity(DAY), "Index Scan using item_by_created"),
                Arguments.of(new SelectCommentTallies(POSTS), "Index Only Scan using comment_by_post"),
                Arguments.of(new CountItems(DAY), "Index Only Scan using item_by_created"),
                Arguments.of(new SelectPoints(DAY, (_, _, _, _, _) -> {}), "Index Only Scan using item_by_created"),
                Arguments.of(new SelectVoices(DAY, (_, _, _, _, _, _, _) -> {}), "Index Scan using item_by_created"),
                Arguments.of(new SampleItems(new Selection(DAY, null, "kiro", Sentiment.POSITIVE, null), 2, 10, 500),
                        "Index Scan using item_by_created"),
                Arguments.of(new SelectChangedRollups(7), "Index Scan using rollup_by_version"),
                Arguments.of(new SelectChangedRollups(7), "Index Scan using rollup_day_by_version"),
                Arguments.of(new SelectRollups(DAY), "Index Scan using rollup_pkey"),
                Arguments.of(new SelectArchive(DAY), "Index Scan using rollup_day_pkey"),
                Arguments.of(new ExpireItems(T0, 500), "Index Scan using item_by_created"),
                Arguments.of(new SelectCycles(20), "Index Scan Backward using cycle_by_start"),
                Arguments.of(new SelectLastSuccess(), "using cycle_succeeded"),
                Arguments.of(new CloseInterruptedCycles(T0), "Index Scan using cycle_running"),
                Arguments.of(new SelectGaps(DAY), "Index Scan Backward using gap_by_end"),
                Arguments.of(new SelectTopics(20), "Index Scan using topic_by_velocity"));
    }

    @ParameterizedTest
    @MethodSource("listsAndCounts")
    void listsAndCountsUseTheirIndex(Query<?> query, String index) throws SQLException {
        List<String> plan = plan(query);
        assertThat(plan).anyMatch(step -> step.contains(index));
        assertThat(plan).noneMatch(step -> step.contains("Seq Scan on item"));
        assertThat(sortsAll(plan)).isFalse();
    }

    @Test
    void aWalkGoesByCreationAndSortsOnlyWhatIsOfOneSecond() throws SQLException {
        assertThat(plan(new WalkItems(Selection.of(DAY), 500, null))).anyMatch(step -> step.contains("Index Scan using item_by_created"))
                .anyMatch(step -> step.contains("Incremental Sort"))
                .anyMatch(step -> step.contains("Presorted Key: item.created_utc") || step.contains("Presorted Key: created_utc"));
        assertThat(plan(new WalkItems(new Selection(DAY, "aws", null, null, null), 500, null)))
                .anyMatch(step -> step.contains("Index Scan using item_by_subreddit") || step.contains("Index Scan using item_by_created"));
    }

    @Test
    void recountsAndEngagementReadNoItemOutsideOfTheirWindow() throws SQLException {
        for (Query<?> query : List.of(new RecountRollups(DAY), new SelectEngagement(DAY), new SelectEngagingPosts("kiro", DAY, 0, 20))) {
            assertThat(plan(query)).anyMatch(step -> step.contains("Scan using item_by_created"))
                    .noneMatch(step -> step.contains("Seq Scan on item"));
        }
    }

    /** By more than what stands in the index already. */
    private static boolean sortsAll(List<String> plan) {
        return plan.stream().anyMatch(step -> step.strip().startsWith("->  Sort") || step.startsWith("Sort"))
                && plan.stream().noneMatch(step -> step.contains("GroupAggregate") || step.contains("SubPlan"));
    }

    /** Asks how each statement of a query would be run, beside running it. */
    private static List<String> plan(Query<?> query) throws SQLException {
        List<String> plan = new ArrayList<>();
        connection.setAutoCommit(false);
        Kept real = new Kept(connection);
        var _ = query.run(text -> {
            plan.addAll(explain(text));
            return real.sql(text);
        });
        real.forget();
        connection.rollback();
        connection.setAutoCommit(true);
        return plan;
    }

    private static List<String> explain(String text) throws SQLException {
        List<String> steps = new ArrayList<>();
        int given = 0;
        StringBuilder numbered = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            numbered.append(c == '?' ? "$" + ++given : String.valueOf(c));
        }
        String nothing = given == 0 ? "" : "(" + String.join(", ", Collections.nCopies(given, "NULL")) + ")";
        try (Statement statement = connection.createStatement()) {
            statement.execute("PREPARE asked AS " + numbered);
            try (ResultSet plan = statement.executeQuery("EXPLAIN (COSTS OFF) EXECUTE asked" + nothing)) {
                while (plan.next()) {
                    steps.add(plan.getString(1));
                }
            }
            statement.execute("DEALLOCATE asked");
        }
        return steps;
    }
}
