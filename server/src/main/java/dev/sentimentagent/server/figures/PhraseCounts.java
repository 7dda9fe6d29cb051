package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.server.trending.TextThemes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts in how many items words and phrases stand, and finds those that tell praise from complaint. Not thread-safe. */
final class PhraseCounts {
    private static final int LONGEST = 3;
    private static final int LEAST_AUTHORS = 5;
    private static final double LEAST_Z = 2;
    private static final double PRIOR_WORDS = 1000;

    private static final class Count {
        private int praise;
        private int complaint;
        private int all;
        private final Set<String> authors = new HashSet<>();
    }

    private record Text(Sentiment sentiment, @Nullable String author, List<List<String>> sentences) {}

    private final List<Text> texts = new ArrayList<>();
    private final Set<String> leftOut;
    private final Predicate<String> circular;

    /**
     * @param leftOut words of the tool's own names, as {@link TextThemes#words} has them: no phrase of them alone is told
     * @param circular whether a word is what made the scorer call a text praise or complaint; it tells nothing new
     */
    PhraseCounts(Set<String> leftOut, Predicate<String> circular) {
        this.leftOut = leftOut;
        this.circular = circular;
    }

    void add(ScoredItem scored, Sentiment sentiment) {
        texts.add(new Text(sentiment, scored.item().author(), TextThemes.words(scored.item().text())));
    }

    /** At most so many of either kind. */
    TellingPhrases telling(int most, int sampledOneIn) {
        List<TellingPhrase> found = new ArrayList<>();
        Map<String, Count> shorter = Map.of();
        for (int length = 1; length <= LONGEST; length++) {
            Map<String, Count> counts = count(length, shorter);
            double praise = counts.values().stream().mapToInt(count -> count.praise).sum();
            double complaint = counts.values().stream().mapToInt(count -> count.complaint).sum();
            double all = counts.values().stream().mapToInt(count -> count.all).sum();
            counts.values().removeIf(count -> count.authors.size() < LEAST_AUTHORS);
            LogOdds odds = new LogOdds(praise, complaint, all, PRIOR_WORDS);
            counts.forEach((phrase, count) -> {
                double z = odds.z(count.praise, count.complaint, count.all);
                if (Math.abs(z) >= LEAST_Z && says(phrase)) {
                    found.add(new TellingPhrase(phrase, z, count.praise, count.complaint, count.authors.size()));
                }
            });
            shorter = counts;
        }
        return new TellingPhrases(best(found, Comparator.comparingDouble(TellingPhrase::z).reversed(), 1, most),
                best(found, Comparator.comparingDouble(TellingPhrase::z), -1, most), texts.size(), sampledOneIn);
    }

    /** Phrases of a length whose parts are frequent enough: no longer one can be more frequent than they are. */
    private Map<String, Count> count(int length, Map<String, Count> shorter) {
        Map<String, Count> counts = new HashMap<>();
        for (Text text : texts) {
            Set<String> seen = new HashSet<>();
            for (List<String> words : text.sentences()) {
                for (int from = 0; from + length <= words.size(); from++) {
                    List<String> phrase = words.subList(from, from + length);
                    if (!phrase.contains("") && (length == 1 || (shorter.containsKey(String.join(" ", phrase.subList(0, length - 1)))
                            && shorter.containsKey(String.join(" ", phrase.subList(1, length)))))) {
                        seen.add(String.join(" ", phrase));
                    }
                }
            }
            seen.forEach(phrase -> take(counts.computeIfAbsent(phrase, _ -> new Count()), text));
        }
        return counts;
    }

    private static void take(Count count, Text text) {
        count.all++;
        count.praise += text.sentiment() == Sentiment.POSITIVE ? 1 : 0;
        count.complaint += text.sentiment() == Sentiment.NEGATIVE ? 1 : 0;
        if (text.author() != null && count.authors.size() < Short.MAX_VALUE) {
            count.authors.add(text.author());
        }
    }

    private boolean says(String phrase) {
        return List.of(phrase.split(" ")).stream().anyMatch(word -> !leftOut.contains(word) && !circular.test(word));
    }

    /** The surest, of phrases that hold one another only the surest. */
    private static List<TellingPhrase> best(List<TellingPhrase> found, Comparator<TellingPhrase> surest, int sign, int most) {
        List<TellingPhrase> best = new ArrayList<>();
        found.stream()
                .filter(phrase -> phrase.z() * sign > 0)
                .sorted(surest.thenComparing(TellingPhrase::phrase))
                .forEach(phrase -> {
                    boolean told = best.stream()
                            .anyMatch(other -> holds(other.phrase(), phrase.phrase()) || holds(phrase.phrase(), other.phrase()));
                    if (!told && best.size() < most) {
                        best.add(phrase);
                    }
                });
        return best;
    }

    private static boolean holds(String phrase, String part) {
        return (" " + phrase + " ").contains(" " + part + " ");
    }
}
