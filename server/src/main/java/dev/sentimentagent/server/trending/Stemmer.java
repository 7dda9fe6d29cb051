package dev.sentimentagent.server.trending;

/**
 * Takes the plural off English words, after the S-stemmer of D. Harman, "How effective is suffixing?" (1991), with the plurals in
 * {@code -xes}, {@code -shes} and the like taken off whole. A stronger stemmer would make one word of "agent" and "agentic".
 */
final class Stemmer {
    private static final int SHORTEST = 4;

    private Stemmer() {}

    /** The singular of a lower-case word; the word itself if it is short or has no such ending. */
    static String singular(String word) {
        int length = word.length();
        if (length < SHORTEST || word.charAt(length - 1) != 's') {
            return word;
        }
        if (endsWithAny(word, "xes", "shes", "sses", "tches", "nches", "rches")) {
            return word.substring(0, length - 2);
        }
        if (word.endsWith("ies") && !endsWithAny(word, "eies", "aies")) {
            return word.substring(0, length - 3) + "y";
        }
        return endsWithAny(word, "us", "ss", "is") ? word : word.substring(0, length - 1);
    }

    private static boolean endsWithAny(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
