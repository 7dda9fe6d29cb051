package dev.sentimentagent.server.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.ToolVerdict;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.sentiment.ScoreExplainer;
import dev.sentimentagent.sentiment.Scorers;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.server.statistics.Granularity;
import dev.sentimentagent.server.statistics.Statistics;
import dev.sentimentagent.store.sql.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All figures over a real store whose truth is known: the day before, Cursor is praised and few speak of it; today many complain. */
class FiguresTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:34:56.789Z");
    private static final Window DAY = Window.ending(NOW, Duration.ofDays(1));

    /** What items that name both tools say of Claude Code, whatever they say on the whole. */
    private static final ToolVerdict PRAISED = new ToolVerdict(Sentiment.POSITIVE, 8000);

    private static final List<ScoredItem> ITEMS = new ArrayList<>();
    private static Store store;
    private static Statistics statistics;
    private static Figures figures;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, TimeSource.system(), new Random(1));
        Random random = new Random(3);
        for (int day = 0; day < 2; day++) {
            for (int thread = 0; thread < 40; thread++) {
                boolean cursor = thread < (day == 0 ? 15 : 25);
                String subreddit = cursor ? "Cursor" : "aws";
                Set<String> tools = cursor ? thread % 5 == 0 ? Set.of("cursor", "claude-code") : Set.of("cursor") : Set.of();
                double mood = cursor ? day == 0 ? 0.5 : -0.4 : 0.1;
                String post = "p" + day + "x" + thread;
                for (int i = 0; i < 10; i++) {
                    double compound = Math.clamp(mood + random.nextGaussian() * 0.2, -1, 1);
                    Instant created = DAY.start().minus(Duration.ofHours(day == 0 ? 20 : -4)).plusSeconds(random.nextInt(15 * 3600));
                    ITEMS.add(scored(i == 0 ? post(post, subreddit, created) : comment(post, i, subreddit, created), compound, tools));
                }
            }
        }
        Batch.split(ITEMS).forEach(store.items()::save);
        Topic topic = new Topic("t1", List.of("p1x0", "p1x1"), "price rise", List.of("price"), 1, Tally.ZERO, NOW, NOW);
        store.topics().replace(List.of(topic));
        InstantSource clock = InstantSource.fixed(NOW);
        statistics = new Statistics(store, clock, Duration.ofHours(25), Duration.ofDays(90));
        figures = new Figures(statistics, store, () -> ToolCatalogue.standard().tools(),
                () -> new ScoreExplainer(Scorers.of(SentimentMethod.VADER)), clock);
        assertThat(figures.toolsAtHand(Scope.of(DAY))).as("the rollups of the day before are not read").isFalse();
        assertThat(figures.atHand(Scope.of(DAY))).isFalse();
        assertThat(statistics.holds(new Window(Instant.EPOCH, NOW))).isFalse();
        statistics.load();
        assertThat(statistics.holds(new Window(Instant.EPOCH, NOW))).isTrue();
        assertThat(figures.movedAtHand(Scope.of(DAY), Groups.TOOLS)).as("before anything is read").isFalse();
        assertThat(figures.togetherAtHand(Scope.of(DAY))).isFalse();
        assertThat(figures.toolsAtHand(Scope.ofSubreddit(DAY, "cursor"))).isFalse();
        assertThat(figures.toolsAtHand(Scope.of(DAY))).as("they stand in the rollups").isTrue();
        assertThat(figures.atHand(new Scope(DAY, "cursor", "cursor"))).isFalse();
        assertThat(figures.atHand(Scope.ofSubreddit(DAY, "cursor"))).as("so does a subreddit").isTrue();
        assertThat(figures.switchesAtHand(Scope.of(DAY))).isFalse();
        figures.refresh();
    }

    @Test
    void whatIsQuicklyToldIsKnown() {
        assertThat(figures.movedAtHand(Scope.of(DAY), Groups.SUBREDDITS)).isTrue();
        assertThat(figures.togetherAtHand(Scope.of(DAY))).isTrue();
        Scope later = Scope.of(Window.ending(NOW.plus(Duration.ofHours(2)), DAY.length()));
        assertThat(figures.movedAtHand(later, Groups.TOOLS)).as("two hours are soon read").isTrue();
        Scope reachingBack = Scope.of(Window.ending(NOW, Duration.ofDays(80)));
        assertThat(figures.movedAtHand(reachingBack, Groups.TOOLS)).as("nothing was said before").isTrue();
        assertThat(figures.togetherAtHand(reachingBack)).isTrue();
        Window afterASliver = Window.ending(DAY.start().minus(Duration.ofHours(10)).plus(Duration.ofDays(90)), Duration.ofDays(90));
        assertThat(figures.toolsAtHand(Scope.ofSubreddit(afterASliver, "cursor"))).as("before it, the last hours alone have items")
                .isTrue();
        assertThat(figures.toolsAtHand(Scope.ofSubreddit(DAY, "cursor"))).isTrue();
        assertThat(figures.atHand(new Scope(DAY, "cursor", "cursor"))).isTrue();
        figures.switches(Scope.of(DAY));
        assertThat(figures.switchesAtHand(Scope.of(DAY))).isTrue();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void aTableOfAllToolsSaysOfEachWhatAQuestionForItAloneDoes() {
        for (Scope scope : List.of(Scope.of(DAY), Scope.ofSubreddit(DAY, "cursor"))) {
            for (GroupRow row : figures.tools(scope)) {
                Overview alone = figures.overview(new Scope(DAY, scope.subreddit(), row.id()));
                assertThat(row.mentions()).isEqualTo(alone.items());
                assertThat(row.authors()).isEqualTo(alone.authors());
                assertThat(row.mean()).isEqualTo(alone.mean());
                assertThat(row.positive()).isEqualTo(alone.positive());
                assertThat(row.volumeChange()).isEqualTo(alone.volumeChange());
                assertThat(row.sparkline()).isEqualTo(
                        figures.series(new Scope(DAY, scope.subreddit(), row.id()), Figures.granularity(DAY)).steps());
            }
        }
    }

    @Test
    void eachScopeHasItsOwnThreadsAndPeople() {
        for (String subreddit : Arrays.asList(null, "Cursor", "aws")) {
            for (String tool : Arrays.asList(null, "cursor", "claude-code")) {
                List<Item> items = ITEMS.stream()
                        .filter(scored -> DAY.contains(scored.item().createdUtc()))
                        .filter(scored -> subreddit == null || scored.item().subreddit().equals(subreddit))
                        .filter(scored -> tool == null || scored.mentions().toolIds().contains(tool))
                        .map(ScoredItem::item)
                        .toList();
                Overview overview = figures.overview(new Scope(DAY, subreddit, tool));
                assertThat(overview.authors()).hasValue(items.stream().map(Item::author).distinct().count());
                assertThat(overview.threads()).hasValue(
                        items.stream().map(item -> item instanceof Comment comment ? comment.postId() : item.id()).distinct().count());
            }
        }
    }

    @Test
    void theOverviewCountsItemsThreadsAndPeople() {
        Overview overview = figures.overview(Scope.of(DAY));

        assertThat(overview.items()).isEqualTo(400);
        assertThat(overview.threads()).isEqualTo(OptionalLong.of(40));
        assertThat(overview.authors()).isEqualTo(OptionalLong.of(10));
        assertThat(overview.positive().count() + overview.neutral().count() + overview.negative().count()).isEqualTo(400);
        assertThat(overview.meanChange().verdict()).isEqualTo(Verdict.FALL);
        assertThat(overview.mean().designEffect()).isGreaterThan(3);
        assertThat(overview.volumeChange().verdict()).isEqualTo(Verdict.WITHIN_NOISE);
        assertThat(figures.meanByAuthor(Scope.of(DAY)).items()).isEqualTo(10);
    }

    @Test
    void tablesHaveARowForEachToolAndSubreddit() {
        List<GroupRow> tools = figures.tools(Scope.of(DAY));
        assertThat(tools).hasSameSizeAs(ToolCatalogue.standard().tools());
        assertThat(tools.getFirst().id()).isEqualTo("cursor");
        assertThat(tools.getFirst().mentions()).isEqualTo(250);
        assertThat(tools.getFirst().shareOfVoice().value()).isEqualTo(250 / 400.0);
        assertThat(tools.getFirst().change().verdict()).isEqualTo(Verdict.FALL);
        assertThat(tools.getFirst().sparkline().stream().mapToLong(step -> step.tally().total()).sum()).isEqualTo(250);
        assertThat(tools.getLast().mentions()).isZero();
        assertThat(tools.getLast().change().verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(figures.subreddits(Scope.of(DAY))).extracting(GroupRow::id, GroupRow::mentions, row -> row.change().verdict())
                .containsExactly(tuple("Cursor", 250L, Verdict.FALL), tuple("aws", 150L, Verdict.WITHIN_NOISE));
        assertThat(figures.tools(Scope.ofSubreddit(DAY, "AWS"))).allMatch(row -> row.mentions() == 0);
        assertThat(figures.subreddits(Scope.ofTool(DAY, "claude-code"))).extracting(GroupRow::mentions).containsExactly(50L, 0L);
    }

    @Test
    void aToolsFiguresAreOfWhatIsSaidOfIt() {
        Scope praised = Scope.ofTool(DAY, "claude-code");
        assertThat(figures.overview(praised).mean().value()).isEqualTo(0.8);
        assertThat(figures.overview(praised).positive().count()).isEqualTo(50);
        assertThat(figures.tools(Scope.of(DAY))).filteredOn(row -> row.id().equals("claude-code"))
                .extracting(row -> row.mean().value(), row -> row.change().difference())
                .containsExactly(tuple(0.8, 0.0));
        assertThat(figures.series(praised, Granularity.DAY).steps().stream().map(Step::tally).reduce(Tally.ZERO, Tally::plus))
                .isEqualTo(Tally.of(PRAISED).times(50));
        assertThat(figures.moved(praised, Groups.SUBREDDITS).parts()).allMatch(part -> part.byTone() == 0);
        assertThat(figures.together(Scope.ofTool(DAY, "cursor"))).extracting(Together::toolId, Together::tally)
                .contains(tuple("claude-code", Tally.of(PRAISED).times(50)));
        assertThat(figures.overview(Scope.ofTool(DAY, "cursor")).mean().value()).isNegative();
        assertThat(figures.quotes(praised, false, 5)).isEmpty();
    }

    @Test
    void aSeriesCoversItsWindowAndMarksItsEdges() {
        Series series = figures.series(Scope.ofTool(DAY, "cursor"), Granularity.HOUR);

        assertThat(series.steps()).hasSize(25);
        assertThat(series.steps().getFirst().partial()).isTrue();
        assertThat(series.steps().getLast().partial()).isTrue();
        assertThat(series.steps().subList(1, 24)).noneMatch(Step::partial);
        assertThat(series.steps().stream().mapToLong(step -> step.tally().total()).sum()).isEqualTo(250);
        assertThat(series.steps()).anyMatch(step -> !step.collected());
        assertThat(series.steps()).filteredOn(step -> step.tally().total() > 1)
                .allMatch(step -> step.mean().low() <= step.mean().value() && step.mean().value() <= step.mean().high());
    }

    @Test
    void whatMovedTheMeanAddsUpToItsChange() {
        Change change = figures.overview(Scope.of(DAY)).meanChange();
        for (Groups groups : Groups.values()) {
            Moved moved = figures.moved(Scope.of(DAY), groups);
            assertThat(moved.difference()).as(groups.name()).isCloseTo(change.difference(), within(1e-9));
            assertThat(moved.parts().stream().mapToDouble(Moved.Part::total).sum()).as(groups.name())
                    .isCloseTo(moved.difference(), within(1e-9));
            assertThat(moved.itemsAfter()).isEqualTo(400);
            assertThat(moved.sampledOneIn()).isEqualTo(1);
        }
        assertThat(figures.moved(Scope.of(DAY), Groups.TOOLS).parts().getFirst().name()).isEqualTo("Cursor");
        assertThat(figures.moved(Scope.of(DAY), Groups.TOPICS).parts()).extracting(Moved.Part::name).containsExactlyInAnyOrder("",
                "price rise");
        assertThat(figures.moved(Scope.ofTool(DAY, "cursor"), Groups.SUBREDDITS).parts()).hasSize(1)
                .first().satisfies(part -> assertThat(part.byWeight()).isZero());
    }

    @Test
    void toolsAreComparedAndWhoIsNamedTogetherIsCounted() {
        assertThat(figures.difference(Scope.ofSubreddit(DAY, "aws"), Scope.ofTool(DAY, "cursor")).verdict()).isEqualTo(Verdict.FALL);
        assertThat(figures.difference(Scope.ofTool(DAY, "cursor"), Scope.ofTool(DAY, "claude-code")).verdict())
                .isEqualTo(Verdict.RISE);
        assertThat(figures.together(Scope.ofTool(DAY, "cursor"))).extracting(Together::toolId, together -> together.tally().total())
                .containsExactly(tuple("claude-code", 50L));
        assertThat(figures.switches(Scope.ofTool(DAY, "cursor"))).extracting(Switch::from, Switch::to, Switch::count)
                .containsExactly(tuple("cursor", "claude-code", 45));
    }

    @Test
    void textsTellThemesAndQuotes() {
        assertThat(figures.themes(Scope.ofTool(DAY, "cursor"))).extracting(ThemeRow::theme).contains("pricing and limits");
        assertThat(figures.tellingPhrases(Scope.ofTool(DAY, "cursor")).read()).isEqualTo(250);
        List<Quote> quotes = figures.quotes(Scope.ofTool(DAY, "cursor"), false, 3);
        assertThat(quotes).hasSize(3).allMatch(quote -> quote.sentence().equals("The new limit is awful."));
        assertThat(figures.quotes(Scope.ofTool(DAY, "nothing"), false, 3)).isEmpty();
    }

    @Test
    void nothingAtAllIsFarFromAnything() {
        Scope before = Scope.of(new Window(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-02T00:00:00Z")));
        Overview overview = figures.overview(before);

        assertThat(overview.items()).isZero();
        assertThat(overview.collected()).isZero();
        assertThat(overview.meanChange().verdict()).isEqualTo(Verdict.NOT_COLLECTED);
        assertThat(overview.volumeChange().verdict()).isEqualTo(Verdict.NOT_COLLECTED);
        assertThat(figures.moved(before, Groups.TOOLS).parts()).isEmpty();
        assertThat(figures.tellingPhrases(before).praise()).isEmpty();
        assertThat(figures.themes(before)).isEmpty();
        Scope empty = Scope.of(new Window(NOW, NOW));
        assertThat(figures.overview(empty).items()).isZero();
        assertThat(figures.series(empty, Granularity.DAY).steps()).isEmpty();
    }

    private static ScoredItem scored(Item item, double compound, Set<String> tools) {
        Sentiment sentiment = compound >= 0.05 ? Sentiment.POSITIVE : compound <= -0.05 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
        Map<String, ToolVerdict> verdicts = tools.contains("claude-code") ? Map.of("claude-code", PRAISED) : Map.of();
        return new ScoredItem(item, new Score(sentiment, compound, 0, 0, 1, 1, "VADER", "1"), new Mentions(tools, verdicts));
    }

    private static Post post(String id, String subreddit, Instant created) {
        return new Post(id, subreddit, "user0", "On prices", "I looked at it. The new limit is awful.", "", "/x", created, created, 5, 9,
                null,
                false);
    }

    private static Comment comment(String post, int number, String subreddit, Instant created) {
        return new Comment(post + "c" + number, subreddit, "user" + number, post, "t3_" + post, "I switched from Cursor to Claude Code",
                "/x",
                created, created, 1, null, false);
    }
}
