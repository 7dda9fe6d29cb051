package dev.sentimentagent.server.trending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms of a week's titles, numbered from 0, with the number of titles each stands in and how they spell it. */
final class Vocabulary {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** Counts the terms of one more title. */
    int[] add(List<Term> terms) {
        int[] added = new int[terms.size()];
        for (int i = 0; i < added.length; i++) {
            Term term = terms.get(i);
            int id = ids.computeIfAbsent(term.key(), key -> entries.size());
            if (id == entries.size()) {
                entries.add(new Entry(term.key(), term.words()));
            }
            Entry entry = entries.get(id);
            // Of "gptoss" and "gpt oss" the latter tells more.
            entry.words = term.words().size() > entry.words.size() ? term.words() : entry.words;
            entry.titles++;
            entry.asName += term.spelling() == Term.Spelling.NAME ? 1 : 0;
            entry.plain += term.spelling() == Term.Spelling.PLAIN ? 1 : 0;
            added[i] = id;
        }
        return added;
    }

    int size() {
        return entries.size();
    }

    String key(int term) {
        return entries.get(term).key;
    }

    /** Keys of its one or two words; none if it is a facet, see {@link Features}. */
    List<String> words(int term) {
        return entries.get(term).words;
    }

    boolean isFacet(int term) {
        return words(term).isEmpty();
    }

    boolean isPair(int term) {
        return words(term).size() == 2;
    }

    /** Number of titles it stands in, 1 or more. */
    int titles(int term) {
        return entries.get(term).titles;
    }

    /** Whether most titles spell it as a name. */
    boolean isName(int term) {
        Entry entry = entries.get(term);
        return entry.asName > 0 && entry.asName >= entry.plain;
    }

    private static final class Entry {
        final String key;
        List<String> words;
        int titles;
        int asName;
        int plain;

        Entry(String key, List<String> words) {
            this.key = key;
            this.words = words;
        }
    }
}
