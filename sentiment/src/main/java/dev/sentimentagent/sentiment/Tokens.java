package dev.sentimentagent.sentiment;

import java.util.Arrays;

/**
 * The words and emoticons of a text, what is known of each, and the emphasis that the text puts on them. Found in one pass; confined to
 * one thread.
 */
final class Tokens {
    /** A token that has no more characters than this without its punctuation is taken for an emoticon and keeps it. */
    private static final int LONGEST_EMOTICON_CORE = 2;
    private static final int CHARS_PER_TOKEN = 4;

    private final char[] text;
    private final Vocabulary vocabulary;
    private Word[] words;
    private boolean[] capitals;
    private int size;
    private int sizeInCapitals;
    private int[] rated = new int[8];
    private int ratedSize;
    private int firstBut = -1;
    private int exclamationMarks;
    private int questionMarks;

    private Tokens(String text, Vocabulary vocabulary) {
        this.text = text.toCharArray();
        this.vocabulary = vocabulary;
        int capacity = text.length() / CHARS_PER_TOKEN + 2;
        words = new Word[capacity];
        capitals = new boolean[capacity];
    }

    /** The tokens of a text with its emoji spelt out. */
    static Tokens of(String text, Vocabulary vocabulary) {
        Tokens tokens = new Tokens(text, vocabulary);
        // Most texts have no emoji, and a search of its own for them would take longer than to begin again where there is one.
        if (!tokens.split(false)) {
            tokens = new Tokens(EmojiNames.spellOut(text), vocabulary);
            tokens.split(true);
        }
        return tokens;
    }

    int size() {
        return size;
    }

    Word word(int index) {
        return words[index];
    }

    /** Whether the token is in capitals and others are not. */
    boolean isEmphasized(int index) {
        return capitals[index] && sizeInCapitals < size;
    }

    /** How many tokens have a rating of their own. */
    int ratedSize() {
        return ratedSize;
    }

    /** Index of the n-th token that has a rating. */
    int ratedIndex(int n) {
        return rated[n];
    }

    /** Index of the first "but", or −1. */
    int firstBut() {
        return firstBut;
    }

    int exclamationMarks() {
        return exclamationMarks;
    }

    int questionMarks() {
        return questionMarks;
    }

    /**
     * Finds the tokens, unless it meets what may be an emoji and these are not spelt out yet.
     *
     * @return whether it came to the end
     */
    private boolean split(boolean emojiAreSpeltOut) {
        int at = 0;
        while (at < text.length) {
            int start = at;
            int kinds = 0;
            // Of the token without the punctuation around it: where it begins and ends, and its hash.
            int from = start;
            int to = start;
            int hash = WordTable.EMPTY_HASH;
            int hashSoFar = WordTable.EMPTY_HASH;
            while (at < text.length) {
                char c = text[at];
                int kind;
                if (c < CharacterKinds.ASCII) {
                    kind = CharacterKinds.ofAscii(c);
                } else if (emojiAreSpeltOut || !EmojiNames.mayBeginEmoji(c)) {
                    kind = CharacterKinds.of(Character.codePointAt(text, at));
                } else {
                    return false;
                }
                if (kind == CharacterKinds.SPACE) {
                    break;
                }
                kinds |= kind;
                boolean punctuation = (kind & CharacterKinds.PUNCTUATION) != 0;
                if (to == start && !punctuation) {
                    from = at;
                    hashSoFar = WordTable.EMPTY_HASH;
                }
                hashSoFar = WordTable.hash(hashSoFar, c);
                at++;
                if (!punctuation) {
                    to = at;
                    hash = hashSoFar;
                }
            }
            if (at > start) {
                boolean stripped = to - from < at - start;
                if (stripped && isEmoticonCore(from, to)) {
                    add(kinds, start, at, WordTable.hash(text, start, at));
                } else {
                    add(kinds, from, to, hash);
                }
                if ((kinds & (CharacterKinds.EXCLAMATION_MARK | CharacterKinds.QUESTION_MARK)) != 0) {
                    countMarks(start, at);
                }
            }
            at++;
        }
        return true;
    }

    private void add(int kinds, int from, int to, int hash) {
        Word word = vocabulary.find(text, from, to, hash);
        if (word == null) {
            word = (kinds & CharacterKinds.APOSTROPHE) != 0 && hasContractedNot(from, to) ? Word.CONTRACTED_NOT : Word.UNKNOWN;
        }
        add(word, (kinds & (CharacterKinds.UPPER_CASE | CharacterKinds.NOT_UPPER_CASE)) == CharacterKinds.UPPER_CASE);
    }

    private void add(Word word, boolean inCapitals) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            capitals = Arrays.copyOf(capitals, size * 2);
        }
        if (word.rated) {
            if (ratedSize == rated.length) {
                rated = Arrays.copyOf(rated, ratedSize * 2);
            }
            rated[ratedSize++] = size;
        } else if (word.is(Word.Role.BUT) && firstBut < 0) {
            firstBut = size;
        }
        sizeInCapitals += inCapitals ? 1 : 0;
        words[size] = word;
        capitals[size++] = inCapitals;
    }

    private void countMarks(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] == '!') {
                exclamationMarks++;
            } else if (text[i] == '?') {
                questionMarks++;
            }
        }
    }

    /** Counts code points, as the reference does, where there are few enough characters that it matters. */
    private boolean isEmoticonCore(int from, int to) {
        int length = to - from;
        return length <= LONGEST_EMOTICON_CORE
                || (length <= 2 * LONGEST_EMOTICON_CORE && Character.codePointCount(text, from, length) <= LONGEST_EMOTICON_CORE);
    }

    private boolean hasContractedNot(int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (text[i] == '\'' && (text[i - 1] | 0x20) == 'n' && (text[i + 1] | 0x20) == 't') {
                return true;
            }
        }
        return false;
    }
}
