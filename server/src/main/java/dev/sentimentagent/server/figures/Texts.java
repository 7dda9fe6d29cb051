package dev.sentimentagent.server.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.sentiment.Explanation;
import dev.sentimentagent.sentiment.ScoreExplainer;
import dev.sentimentagent.server.trending.TextThemes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What can only be known from texts: read from a sample of bounded size, and kept for a while. Thread-safe. */
final class Texts {
    /** Reading and counting so many takes some 100 ms. */
    static final int MOST = 4000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Window NO_TIME = new Window(Instant.EPOCH, Instant.EPOCH);
    private static final int PHRASES = 12;
    private static final int CANDIDATES = 50;
    private static final int QUOTES = 3;
    /** By what part of its length a window may be shifted and still get what was made of another. */
    private static final int PARTS = 100;

    private final Sources sources;
    private final ItemStore items;
    private final Supplier<List<Tool>> tools;
    private final Supplier<ScoreExplainer> explainer;
    private volatile Switches switches = new Switches(List.of());
    private final Cache<Key, Object> kept = Caffeine.newBuilder().maximumSize(300).expireAfterWrite(KEPT).executor(Runnable::run).build();

    private enum What {
        READING, SPOKEN, SWITCHES, BEST, WORST, MOVED
    }

    private record Key(What what, Scope scope, long length, long end) {}

    /** What was read: about one in so many. */
    private record Sample(List<ScoredItem> items, int oneIn) {}

    private record Reading(TellingPhrases phrases, List<ThemeRow> themes) {}

    private interface Making<T> {
        T make();
    }

    Texts(Sources sources, ItemStore items, Supplier<List<Tool>> tools, Supplier<ScoreExplainer> explainer) {
        this.sources = sources;
        this.items = items;
        this.tools = tools;
        this.explainer = explainer;
    }

    TellingPhrases phrases(Scope scope) {
        return read(scope).phrases;
    }

    List<ThemeRow> themes(Scope scope) {
        return read(scope).themes;
    }

    Spoken spoken(Scope scope) {
        return kept(What.SPOKEN, scope, () -> {
            Reading reading = read(scope);
            List<Switch> concerning = switches(scope).stream()
                    .filter(one -> scope.toolId() == null || one.from().equals(scope.toolId()) || one.to().equals(scope.toolId()))
                    .toList();
            return new Spoken(reading.phrases, reading.themes, concerning, quotes(scope, true, QUOTES), quotes(scope, false, QUOTES),
                    reading.phrases.read(), reading.phrases.sampledOneIn());
        });
    }

    /** What {@link #spoken} would give, if it is at hand. */
    Optional<Spoken> spokenBefore(Scope scope) {
        return Optional.ofNullable((Spoken) kept.getIfPresent(key(What.SPOKEN, scope)));
    }

    /** Phrases and themes, of the same sample. */
    private Reading read(Scope scope) {
        return kept(What.READING, scope, () -> {
            Sample sample = sample(scope, 0);
            PhraseCounts counts = new PhraseCounts(names(scope), explainer.get()::rates);
            Map<String, Tally> tallies = new LinkedHashMap<>();
            for (ScoredItem scored : sample.items) {
                counts.add(scored, scope.sentiment(scored));
                TextThemes.of(scored.item().text()).forEach(theme -> tallies.merge(theme, scope.tally(scored), Tally::plus));
            }
            Clustering clustering = sources.clustering(scope).ofOthers();
            return new Reading(
                    counts.telling(PHRASES, sample.oneIn),
                    tallies.entrySet()
                            .stream()
                            .map(theme -> row(theme.getKey(), theme.getValue(), clustering, sample))
                            .sorted(Comparator.comparingLong((ThemeRow row) -> row.tally().total())
                                    .reversed()
                                    .thenComparing(ThemeRow::theme))
                            .toList());
        });
    }

    Moved moved(Scope scope) {
        return kept(What.MOVED, scope, () -> {
            Decomposition decomposition = new Decomposition();
            int oneIn = 1;
            for (boolean after : new boolean[]{false, true}) {
                Sample sample = sample(after ? scope : scope.preceding(), 0);
                oneIn = Math.max(oneIn, sample.oneIn);
                sample.items.forEach(scored -> decomposition.add(after, TextThemes.of(scored.item().text()), 1,
                        scope.compound(scored)));
            }
            return decomposition.moved(id -> id, oneIn);
        });
    }

    boolean movedAtHand(Scope scope) {
        return kept.getIfPresent(key(What.MOVED, scope)) != null;
    }

    boolean switchesAtHand(Scope scope) {
        return kept.getIfPresent(key(What.SWITCHES, scope)) != null;
    }

    List<Switch> switches(Scope scope) {
        return kept(What.SWITCHES, scope, () -> switches().count(sample(scope, 2).items));
    }

    /** By the names that tools have now. */
    private Switches switches() {
        List<Tool> named = tools.get();
        Switches known = switches;
        if (!known.tools().equals(named)) {
            known = new Switches(named);
            switches = known;
        }
        return known;
    }

    /** Posts that speak best or worst, those with many upvotes before others. */
    List<Quote> quotes(Scope scope, boolean best, int limit) {
        List<Quote> quotes = kept(best ? What.BEST : What.WORST, scope,
                () -> items.extremes(scope.selection(null), best, CANDIDATES)
                        .stream()
                        .filter(scored -> best ? scope.compound(scored) > 0 : scope.compound(scored) < 0)
                        .sorted(Comparator.comparing((ScoredItem scored) -> alike(scored, best))
                                .thenComparingDouble(scored -> weight(scope, scored)).reversed())
                        .limit(10)
                        .map(scored -> quote(scored, best))
                        .toList());
        return quotes.stream().limit(limit).toList();
    }

    /** Whether the text says on the whole what it says of the tool: one that curses another is no praise to be quoted. */
    private static boolean alike(ScoredItem scored, boolean best) {
        return best ? scored.score().compound() > 0 : scored.score().compound() < 0;
    }

    private static double weight(Scope scope, ScoredItem scored) {
        return Math.abs(scope.compound(scored)) * Math.log(2 + Math.max(0, scored.item().upvotes()));
    }

    private Quote quote(ScoredItem scored, boolean best) {
        String text = scored.item().text();
        return explainer.get().explain(text)
                .decisive(best)
                .map((Explanation.Sentence sentence) -> new Quote(scored, text.substring(sentence.start(), sentence.end()),
                        sentence.compound()))
                .orElseGet(() -> new Quote(scored, "", 0));
    }

    private static ThemeRow row(String theme, Tally tally, Clustering clustering, Sample sample) {
        Side side = new Side(tally, clustering.ofFew(sample.oneIn), 1);
        return new ThemeRow(theme, tally, Estimates.share(tally.total(), sample.items.size(), 1), side.mean(), side.positive(),
                side.negative(),
                sample.oneIn);
    }

    private Sample sample(Scope scope, int minTools) {
        long all = sources.tally(scope).total();
        // Few items speak of several tools.
        int oneIn = Math.clamp(Math.ceilDiv(all, minTools > 1 ? 4 * MOST : MOST), 1, Integer.MAX_VALUE);
        // A sample is about as large as was asked for; a tenth more keeps the newest in.
        return new Sample(items.sample(scope.selection(null), minTools, oneIn, MOST + MOST / 10), oneIn);
    }

    /** Words of the names of the scope's tool. */
    private Set<String> names(Scope scope) {
        Set<String> words = new HashSet<>();
        tools.get().stream()
                .filter(tool -> tool.id().equals(scope.toolId()))
                .flatMap(tool -> Stream.of(Stream.of(tool.name(), tool.id()), tool.aliases().stream(), tool.ambiguousAliases().stream())
                        .flatMap(names -> names))
                .forEach(name -> TextThemes.words(name).forEach(words::addAll));
        return words;
    }

    @SuppressWarnings("unchecked")
    private <T> T kept(What what, Scope scope, Making<T> making) {
        Key key = key(what, scope);
        T known = (T) kept.getIfPresent(key);
        if (known == null) {
            // Made outside the cache's lock, since one is made of others.
            T made = making.make();
            known = (T) kept.get(key, _ -> made);
        }
        return known;
    }

    private static Key key(What what, Scope scope) {
        long length = scope.window().length().toMillis();
        return new Key(what, scope.during(NO_TIME), length, scope.window().end().toEpochMilli() / Math.max(1, length / PARTS));
    }
}
