package dev.sentimentagent.server.trending;

import dev.sentimentagent.server.trending.Term.Spelling;
import dev.sentimentagent.server.trending.Word.Role;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A title taken apart into words.
 *
 * <p>Spellings of one thing meet: "GPT-5", "GPT 5" and "gpt5" are all the two words "gpt" and "5". Anything but letters and digits
 * separates words, so that a title of emoji alone has none.
 *
 * @param text the title in Unicode's compatibility form (NFKC), on one line
 * @param words its words in order, at most {@value #MAX_WORDS}
 */
record Title(String text, List<Word> words) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final int MAX_WORDS = 80;
    /** From how many letters on a word is split from the digits that follow it: "qwen3", but not "k8s" or "v0". */
    private static final int LETTERS_BEFORE_VERSION = 3;
    /** A whole number of so many digits tells something by itself: "529 errors", "RTX 5090". */
    private static final int TELLING_DIGITS = 3;
    /** A word of so many letters has a capital in a headline, too. */
    private static final int LONGER = 4;
    private static final double MOST = 0.6;

    static Title of(String title) {
        String text = isPlain(title) ? title : BLANKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKC)).replaceAll(" ").strip();
        List<Word> words = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < text.length() && words.size() < MAX_WORDS;) {
            int c = text.codePointAt(i);
            if (!Character.isLetterOrDigit(c)) {
                i += Character.charCount(c);
                continue;
            }
            int start = c >= '0' && c <= '9' && i > 0 && text.charAt(i - 1) == '$' ? i - 1 : i;
            boolean adjoins = !words.isEmpty() && isSoft(text, end, start);
            end = endOfWord(text, i);
            int version = startOfVersion(text, start, end);
            words.add(word(text, start, version, adjoins));
            if (version < end) {
                words.add(word(text, version, end, true));
            }
            i = end;
        }
        return new Title(text, List.copyOf(words.subList(0, Math.min(words.size(), MAX_WORDS))));
    }

    /** Whether there is nothing to normalise, as in most titles. */
    private static boolean isPlain(String title) {
        char before = ' ';
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static boolean isSoft(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            // NFKC makes U+2010 of the hyphen that does not break.
            if (c != ' ' && c != '-' && c != '_' && c != '\u2010') {
                return false;
            }
        }
        return true;
    }

    private static int endOfWord(String text, int start) {
        int i = start;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isPartOfWord(c) && !(isJoiner(c) && i + 1 < text.length() && Character.isLetterOrDigit(text.codePointAt(i + 1)))) {
                break;
            }
            i += Character.charCount(c);
        }
        // C++ and C#
        while (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '#') && Character.isLetter(text.charAt(start))) {
            i++;
        }
        return i;
    }

    private static boolean isPartOfWord(int c) {
        if (c <= '~') {
            return Character.isLetterOrDigit(c);
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Holds a word together where it stands between two letters or digits: "don't", "llama.cpp", "4.5". */
    private static boolean isJoiner(int c) {
        return c == '\'' || c == '\u2019' || c == '.';
    }

    private static int startOfVersion(String text, int start, int end) {
        int i = start;
        while (i < end && Character.isLetter(text.charAt(i))) {
            i++;
        }
        return i - start >= LETTERS_BEFORE_VERSION && i < end && Character.isDigit(text.charAt(i)) ? i : end;
    }

    private static Word word(String text, int start, int end, boolean adjoins) {
        String raw = text.substring(start, end).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        String bare = raw.endsWith("'s") ? raw.substring(0, raw.length() - 2) : raw.indexOf('\'') < 0 ? raw : raw.replace("'", "");
        String key = Stemmer.singular(Character.isLetter(bare.codePointAt(0)) ? bare.replace(".", "") : bare);
        return new Word(key, start, end, role(key), adjoins);
    }

    /** What a word of that key may be in a phrase. */
    static Role role(String key) {
        if (StopWords.contains(key) || (key.length() == 1 && key.charAt(0) >= 'a' && key.charAt(0) <= 'z')) {
            return Role.STOP;
        }
        boolean digits = true;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != '.' && c != '$' && !Character.isDigit(c)) {
                return Role.CONTENT;
            }
            digits &= Character.isDigit(c);
        }
        return digits && key.length() >= TELLING_DIGITS ? Role.CONTENT : Role.NUMBER;
    }

    /** Its terms, each key once, in order. */
    List<Term> terms() {
        List<Term> terms = new ArrayList<>(2 * words.size());
        boolean capitals = isCapitalised();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.role() != Role.CONTENT) {
                continue;
            }
            Spelling spelling = spelling(i, capitals);
            add(terms, Term.of(spelling, word.key()));
            if (i + 1 < words.size() && words.get(i + 1).role() != Role.STOP && words.get(i + 1).adjoins()) {
                Word next = words.get(i + 1);
                add(terms, Term.of(together(spelling, spelling(i + 1, capitals), word, next), word.key(), next.key()));
            }
        }
        return terms;
    }

    private static void add(List<Term> terms, Term term) {
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).key().equals(term.key())) {
                if (terms.get(i).spelling() == Spelling.EITHER) {
                    terms.set(i, term);
                }
                return;
            }
        }
        terms.add(term);
    }

    private Spelling together(Spelling first, Spelling second, Word before, Word word) {
        boolean joined = word.start() == before.end() || text.charAt(word.start() - 1) != ' ';
        if (word.role() == Role.NUMBER || joined) {
            // "qwen 3" and "gpt-oss" may be names, whatever the case.
            return first == Spelling.PLAIN ? Spelling.EITHER : first;
        }
        return first.compareTo(second) > 0 ? first : second;
    }

    private Spelling spelling(int index, boolean capitals) {
        Word word = words.get(index);
        boolean capital = false;
        for (int i = word.start(); i < word.end(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                return Spelling.NAME;
            }
            capital |= Character.isUpperCase(c) && i > word.start();
        }
        if (capitals) {
            return Spelling.EITHER;
        }
        if (capital) {
            return Spelling.NAME;
        }
        if (!Character.isUpperCase(text.charAt(word.start()))) {
            return Spelling.PLAIN;
        }
        return index == 0 ? Spelling.EITHER : Spelling.NAME;
    }

    /** Whether most of its longer words have a capital, so that a capital tells nothing. */
    private boolean isCapitalised() {
        int longer = 0;
        int capital = 0;
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.end() - word.start() >= LONGER) {
                longer++;
                capital += Character.isUpperCase(text.charAt(word.start())) ? 1 : 0;
            }
        }
        return capital > 2 && capital > longer * MOST;
    }

    /**
     * Where a term or a phrase stands: words side by side whose keys make its key.
     *
     * @return index of the first word, and behind the last; null if nowhere
     */
    @Nullable
    Span find(String key) {
        for (int from = 0; from < words.size(); from++) {
            int length = 0;
            for (int to = from; to < words.size() && (to == from || words.get(to).adjoins()); to++) {
                String word = words.get(to).key();
                if (!key.startsWith(word, length)) {
                    break;
                }
                length += word.length();
                if (length == key.length()) {
                    return new Span(from, to + 1);
                }
            }
        }
        return null;
    }

    /** Words of a title, the end exclusive. */
    record Span(int from, int to) {}
}
