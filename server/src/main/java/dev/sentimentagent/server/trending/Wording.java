package dev.sentimentagent.server.trending;

import dev.sentimentagent.server.trending.Title.Span;
import dev.sentimentagent.server.trending.Word.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the titles of a topic word a phrase. */
final class Wording {
    private static final int MAX_WORDS = 4;
    /** A phrase grows by a word when at least this share of the titles that have it go on so. */
    private static final double GROWTH_SHARE = 0.65;

    private final List<Title> titles;

    Wording(List<Title> titles) {
        this.titles = titles;
    }

    /** The words of a term with those that most of the titles put before or after it: "weight model" grows to "open weight model". */
    List<String> grow(List<String> term) {
        List<String> grown = new ArrayList<>(term);
        while (grown.size() < MAX_WORDS) {
            String after = usualNeighbour(grown, true);
            if (after != null) {
                grown.addLast(after);
                continue;
            }
            String before = usualNeighbour(grown, false);
            if (before == null) {
                break;
            }
            grown.addFirst(before);
        }
        while (grown.size() > 1 && Title.role(grown.getFirst()) == Role.NUMBER) {
            grown.removeFirst();
        }
        return grown;
    }

    private @Nullable String usualNeighbour(List<String> phrase, boolean after) {
        Map<String, Integer> neighbours = new HashMap<>();
        int occurrences = 0;
        String key = String.join("", phrase);
        for (Title title : titles) {
            Span span = title.find(key);
            if (span == null) {
                continue;
            }
            occurrences++;
            Word neighbour = neighbour(title.words(), span, after);
            if (neighbour != null) {
                neighbours.merge(neighbour.key(), 1, Integer::sum);
            }
        }
        int enough = (int) Math.max(2, Math.ceil(occurrences * GROWTH_SHARE));
        // Only one neighbour can have such a share.
        for (Map.Entry<String, Integer> neighbour : neighbours.entrySet()) {
            if (neighbour.getValue() >= enough) {
                return neighbour.getKey();
            }
        }
        return null;
    }

    private static @Nullable Word neighbour(List<Word> words, Span span, boolean after) {
        int index = after ? span.to() : span.from() - 1;
        if (index < 0 || index >= words.size()) {
            return null;
        }
        Word neighbour = words.get(index);
        boolean adjoins = after ? neighbour.adjoins() : words.get(span.from()).adjoins();
        return adjoins && neighbour.role() != Role.STOP ? neighbour : null;
    }

    /** The phrase as the titles spell it most often; of two spellings the one with fewer capitals. */
    String spell(List<String> phrase) {
        Map<String, Integer> spellings = new HashMap<>();
        String key = String.join("", phrase);
        for (Title title : titles) {
            Span span = title.find(key);
            if (span != null) {
                int start = title.words().get(span.from()).start();
                int end = title.words().get(span.to() - 1).end();
                spellings.merge(withoutGenitive(title.text().substring(start, end)), 1, Integer::sum);
            }
        }
        return spellings.entrySet()
                .stream()
                .max(Comparator.comparingInt((Map.Entry<String, Integer> spelling) -> spelling.getValue())
                        .thenComparingLong(spelling -> -spelling.getKey().chars().filter(Character::isUpperCase).count())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElseGet(() -> String.join(" ", phrase));
    }

    private static String withoutGenitive(String text) {
        return text.endsWith("'s") || text.endsWith("\u2019s") ? text.substring(0, text.length() - 2) : text;
    }
}
