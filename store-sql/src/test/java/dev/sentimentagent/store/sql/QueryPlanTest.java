package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Store;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each question is answered through the index that was made for it, reads no table from end to end, and sorts no list. */
class QueryPlanTest {
    private static final Instant T0 = NinetyDays.START;
    private static final Window DAY = new Window(T0, T0.plusSeconds(86_400));
    private static final List<String> POSTS = IntStream.range(0, 500).mapToObj(i -> "p" + i).toList();
    private static final List<ItemKey> KEYS = POSTS.stream().map(id -> new ItemKey(ItemKind.POST.fullname(id), "aws", T0)).toList();

    @TempDir
    Path folder;

    static Stream<Arguments> listsAndCounts() {
        return Stream.of(Arguments.of(new SelectRecentPosts(null, T0, 100, null), "USING INDEX post_by_collected (collected_at>?"),
                Arguments.of(new SelectRecentPosts("aws", T0, 100, null),
                        "USING INDEX post_by_subreddit_collected (subreddit_id=? AND collected_at>?"),
                Arguments.of(new SelectComments("p1", 100, null),
                        "USING INDEX comment_by_post (post_id=? AND (created_utc,fullname)>(?,?))"),
                Arguments.of(new SelectItem("t3_p1"), "USING INDEX sqlite_autoindex_item_1 (fullname=?)"),
                Arguments.of(new SelectKnown(KEYS), "USING COVERING INDEX sqlite_autoindex_item_1 (fullname=?)"),
                Arguments.of(new SelectKeys(ItemKind.POST, DAY),
                        "USING INDEX item_by_created (created_utc>? AND created_utc<?)"),
                Arguments.of(new SelectActivity(DAY), "USING INDEX item_by_created (created_utc>? AND created_utc<?)"),
                Arguments.of(new SelectCommentTallies(POSTS), "USING COVERING INDEX comment_by_post (post_id=?)"),
                Arguments.of(new CountItems(DAY), "USING COVERING INDEX item_by_created (created_utc>? AND created_utc<?)"),
                Arguments.of(new SelectPoints(DAY, (_, _, _, _, _) -> {}),
                        "USING COVERING INDEX item_by_created (created_utc>? AND created_utc<?)"),
                Arguments.of(new SelectVoices(DAY, (_, _, _, _, _, _, _) -> {}),
                        "USING INDEX item_by_created (created_utc>? AND created_utc<?)"),
                Arguments.of(new SampleItems(new Selection(DAY, null, "kiro", Sentiment.POSITIVE, null), 2, 10, 500),
                        "USING INDEX item_by_created (created_utc>? AND created_utc<?)"),
                Arguments.of(new SelectChangedRollups(7), "USING INDEX rollup_by_version (version>?)"),
                Arguments.of(new SelectRollups(DAY), "USING PRIMARY KEY (hour>? AND hour<?)"),
                Arguments.of(new SelectArchive(DAY), "USING PRIMARY KEY (day>? AND day<?)"),
                Arguments.of(new SelectChangedRollups(7), "USING INDEX rollup_day_by_version (version>?)"),
                Arguments.of(new ExpireItems(T0, 500), "USING INDEX item_by_created (created_utc<?)"),
                Arguments.of(new ExpireItems(T0, 500), "SEARCH item USING COVERING INDEX sqlite_autoindex_item_1 (fullname=?)"),
                Arguments.of(new ExpireRecords(T0, 500), "USING INDEX cycle_by_start (started_at<?)"),
                Arguments.of(new ExpireRecords(T0, 500), "USING COVERING INDEX gap_by_end (to_at<?)"),
                Arguments.of(new CountRows(), "SCAN rollup USING COVERING INDEX rollup_by_version"),
                Arguments.of(new SelectCycles(20), "USING INDEX cycle_by_start"),
                Arguments.of(new SelectLastSuccess(), "USING INDEX cycle_succeeded"),
                Arguments.of(new CloseInterruptedCycles(T0), "INDEX cycle_running"),
                Arguments.of(new SelectGaps(DAY), "USING INDEX gap_by_end (to_at>?)"),
                Arguments.of(new SelectTopics(20), "USING INDEX topic_by_velocity"));
    }

    @ParameterizedTest
    @MethodSource("listsAndCounts")
    void listsAndCountsUseTheirIndexOnAnEmptyStoreAndOnAFilledOne(Query<?> query, String index) throws SQLException {
        Path file = folder.resolve("store.db");
        try (Store store = Fixtures.open(file)) {
            for (int round = 0; round < 2; round++) {
                List<String> plan = plan(file, query);
                assertThat(plan).anyMatch(step -> step.contains(index));
                assertThat(plan).noneMatch(step -> step.matches("SCAN item\\b.*") || step.contains("TEMP B-TREE"));
                Fixtures.fill(store, 2000, 500);
            }
        }
    }

    @Test
    void engagementReadsAMentionFromAnIndexAndAPostByItsName() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();
        for (Query<?> query : List.of(new SelectEngagement(DAY), new SelectEngagingPosts("kiro", DAY, 0, 20))) {
            assertThat(plan(file, query)).noneMatch(step -> step.startsWith("SCAN item") || step.startsWith("SCAN post"))
                    .anyMatch(step -> step.contains("COVERING INDEX item_by_created (created_utc>? AND created_utc<?)"))
                    .anyMatch(step -> step.contains("sqlite_autoindex_item_1 (fullname=?)"));
        }
    }

    @Test
    void aRecountReadsItsIndexAloneButForMethodsAndLanguages() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();

        assertThat(plan(file, new RecountRollups(DAY))).filteredOn(step -> step.contains(" item "))
                .hasSize(5)
                .allMatch(step -> step.contains("INDEX item_by_created (created_utc>? AND created_utc<?)"))
                .filteredOn(step -> step.contains("COVERING"))
                .hasSize(3);
    }

    @Test
    void aWalkGoesByCreationAndSortsOnlyWhatIsOfOneSecond() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();
        Selection.Scorer scorer = new Selection.Scorer("VADER", "1");

        for (Selection selection : List.of(Selection.of(DAY), new Selection(DAY, null, "kiro", Sentiment.POSITIVE, scorer))) {
            assertThat(plan(file, new WalkItems(selection, 500, null)))
                    .contains("SEARCH item USING INDEX item_by_created (created_utc>? AND created_utc<?)")
                    .contains("USE TEMP B-TREE FOR LAST TERM OF ORDER BY");
        }
        assertThat(plan(file, new WalkItems(new Selection(DAY, "aws", null, null, null), 500, null)))
                .contains("SEARCH item USING INDEX item_by_subreddit (subreddit_id=? AND created_utc>? AND created_utc<?)");
    }

    @Test
    void aSearchGoesByCreationAndLooksThroughABoundedPart() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();

        for (Selection selection : List.of(Selection.of(DAY), new Selection(DAY, null, "kiro", Sentiment.POSITIVE, null))) {
            assertThat(plan(file, new FindItems(new Find(selection, "price rise", Find.Order.NEWEST), 50, null, 1000)))
                    .contains("SEARCH item USING COVERING INDEX item_by_created (created_utc>? AND created_utc<?)")
                    .contains("SEARCH item USING INDEX item_by_created (created_utc>? AND created_utc<?)")
                    .contains("USE TEMP B-TREE FOR LAST TERM OF ORDER BY")
                    .noneMatch(step -> step.startsWith("SCAN item"));
            assertThat(plan(file, new FindItems(new Find(selection, "", Find.Order.WORST), 50, null, 1000)))
                    .contains("SEARCH item USING COVERING INDEX item_by_created (created_utc>? AND created_utc<?)")
                    .contains("USE TEMP B-TREE FOR ORDER BY");
        }
    }

    @Test
    void extremesAreSortedOfWhatTheIndexOfTheWindowGives() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();

        assertThat(plan(file, new SelectExtremes(new Selection(DAY, null, "kiro", null, null), true, 20)))
                .contains("SEARCH item USING INDEX item_by_created (created_utc>? AND created_utc<?)", "USE TEMP B-TREE FOR ORDER BY");
    }

    @Test
    void subredditsAreFoundWithoutReadingTheirItems() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();

        assertThat(plan(file, new SelectSubreddits())).contains("SCAN subreddit")
                .anyMatch(step -> step.contains("COVERING INDEX item_by_subreddit (subreddit_id=?)"));
    }

    /** Asks how each statement of a query would be run, beside running it. */
    private static List<String> plan(Path file, Query<?> query) throws SQLException {
        List<String> plan = new ArrayList<>();
        List<Sql> statements = new ArrayList<>();
        try (var connection = Fixtures.SETTINGS.writing(file).getConnection()) {
            var _ = query.run(text -> {
                try (var explain = connection.prepareStatement("EXPLAIN QUERY PLAN " + text); var steps = explain.executeQuery()) {
                    while (steps.next()) {
                        plan.add(steps.getString("detail"));
                    }
                }
                Sql statement = new Sql(connection.prepareStatement(text));
                statements.add(statement);
                return statement;
            });
            for (Sql statement : statements) {
                statement.close();
            }
        }
        return plan;
    }
}
