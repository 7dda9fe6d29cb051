package dev.sentimentagent.server.trending;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is said about a tool. The first of two that fit a title equally well is the more specific one. */
enum Theme {
    /** Holes, leaks, what becomes of one's code. */
    SECURITY("security and privacy", 0.9),
    /** What it costs, and what one gets for it. */
    PRICING("pricing and limits", 1),
    /** It does not work. */
    BUGS("bugs and outages", 0.75),
    /** How fast it is, and how clever. */
    PERFORMANCE("performance and quality", 0.6),
    /** What is new, or will be. */
    RELEASES("releases", 0.4),
    /** Money, law and people behind it. */
    COMPANY("company news", 0.4),
    /** One against another. */
    COMPARISONS("comparisons", 0.8),
    /** Ways of working with it. */
    AGENTS("agents and workflows", 0.2),
    /** What it does to jobs. */
    WORK("work and careers", 0.4),
    /** What somebody made with it. */
    SHOWCASE("showcase", 0.1),
    /** What somebody wants to know. */
    HELP("how-to and help", 0.1);

    private final String label;
    private final double cohesion;

    Theme(String label, double cohesion) {
        this.label = label;
        this.cohesion = cohesion;
    }

    /** For a human, lower case. */
    String label() {
        return label;
    }

    /**
     * How much of one matter two posts are that share a tool and this theme and nothing else, 0 to 1: all that is said of a tool's prices
     * is one topic, but not all questions on it.
     */
    double cohesion() {
        return cohesion;
    }

    /** The themes that words of the title tell; the one with the most telling words first. */
    static List<Theme> of(Title title) {
        Map<Theme, Integer> hits = new EnumMap<>(Theme.class);
        List<Word> words = title.words();
        for (int from = 0; from < words.size(); from++) {
            String phrase = "";
            int longest = ThemeLexicon.longestFrom(words.get(from).key());
            for (int to = from; to < Math.min(from + longest, words.size()); to++) {
                phrase = to == from ? words.get(to).key() : phrase + ' ' + words.get(to).key();
                Theme theme = ThemeLexicon.themeOf(phrase);
                if (theme != null) {
                    hits.merge(theme, 1, Integer::sum);
                }
            }
        }
        if (hits.size() < 2) {
            return List.copyOf(hits.keySet());
        }
        Comparator<Theme> mostHits = Comparator.comparing(hits::get, Comparator.reverseOrder());
        return hits.keySet().stream().sorted(mostHits.thenComparing(Comparator.naturalOrder())).toList();
    }
}
