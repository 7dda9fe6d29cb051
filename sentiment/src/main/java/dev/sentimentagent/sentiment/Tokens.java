package dev.sentimentagent.sentiment;

import java.util.Arrays;

/**
 * The words and emoticons of a text, what is known of each, and the emphasis that the text puts on them. Found in one pass, without an
 * object a token. Used for one text after another; confined to one thread.
 */
final class Tokens {
    /** A token that has no more characters than this without its punctuation is taken for an emoticon and keeps it. */
    private static final int LONGEST_EMOTICON_CORE = 2;
    private static final int INITIAL_CAPACITY = 1 << 8;
    private static final int MARKS = CharacterKinds.EXCLAMATION_MARK | CharacterKinds.QUESTION_MARK;
    private static final int CASES = CharacterKinds.UPPER_CASE | CharacterKinds.NOT_UPPER_CASE;
    /** The kind of what may be an emoji and is not spelt out yet. */
    private static final int EMOJI = 1 << 7;
    /** The kinds of what a token ends before, done or not. */
    private static final int ENDS = CharacterKinds.SPACE | EMOJI;
    private static final int NONE = -1;

    private final Vocabulary vocabulary;
    private final TextBuffer text = new TextBuffer();
    /** Of each token, the code of its word times two, and one more if it is in capitals. */
    private int[] tokens = new int[INITIAL_CAPACITY];
    private int size;
    private int sizeInCapitals;
    private int[] rated = new int[INITIAL_CAPACITY];
    private int ratedSize;
    private int firstBut;
    private int exclamationMarks;
    private int questionMarks;

    Tokens(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Takes the tokens of a text, with its emoji spelt out, in place of those that it had. */
    void read(String source) {
        size = 0;
        sizeInCapitals = 0;
        ratedSize = 0;
        firstBut = -1;
        exclamationMarks = 0;
        questionMarks = 0;
        text.set(source);
        // Most texts have no emoji, so none is looked for before one is met.
        int end = split(0, false);
        if (end < text.length()) {
            EmojiNames.spellOut(source, end, text);
            split(end, true);
        }
    }

    int size() {
        return size;
    }

    Word word(int index) {
        return vocabulary.word(tokens[index] >>> 1);
    }

    /** Whether the token is in capitals and others are not. */
    boolean isEmphasized(int index) {
        return (tokens[index] & 1) != 0 && sizeInCapitals < size;
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

    /** How many characters fit in the memory that it keeps; all else that it keeps is in proportion. */
    int capacity() {
        return text.capacity();
    }

    /**
     * Finds the tokens from a place on.
     *
     * @param emojiAreSpeltOut whether what may be an emoji is none
     * @return where the token begins in which it met what may be an emoji, which is not taken; the end of the text if it met none
     */
    private int split(int start, boolean emojiAreSpeltOut) {
        char[] chars = text.chars();
        int length = text.length();
        int at = start;
        // A token may begin at the space behind the text, and is empty then.
        while (at < length) {
            int from = at;
            int kinds = 0;
            int hash = WordTable.EMPTY_HASH;
            int kind = kindAt(chars, at, emojiAreSpeltOut);
            while ((kind & (ENDS | CharacterKinds.PUNCTUATION)) == 0) {
                kinds |= kind;
                hash = WordTable.hash(hash, chars[at]);
                kind = kindAt(chars, ++at, emojiAreSpeltOut);
            }
            int to = at;
            // Most punctuation stands behind a word that is too long for an emoticon, and is no part of it then.
            if ((kind & CharacterKinds.PUNCTUATION) != 0 && !isEmoticonCore(chars, from, to)) {
                while ((kind & CharacterKinds.PUNCTUATION) != 0) {
                    kinds |= kind;
                    kind = kindAt(chars, ++at, emojiAreSpeltOut);
                }
            }
            if (kind == CharacterKinds.SPACE) {
                if (to > from) {
                    add(chars, from, to, hash, kinds);
                    if ((kinds & MARKS) != 0) {
                        countMarks(chars, to, at);
                    }
                }
            } else {
                at = addPunctuated(chars, from, emojiAreSpeltOut);
                if (at == NONE) {
                    return from;
                }
            }
            at++;
        }
        return length;
    }

    /**
     * Adds the token that begins at {@code start} and has punctuation, unless it has what may be an emoji.
     *
     * @return where it ends, or {@link #NONE} if it was not added
     */
    private int addPunctuated(char[] chars, int start, boolean emojiAreSpeltOut) {
        int at = start;
        int kinds = 0;
        int kind = kindAt(chars, at, emojiAreSpeltOut);
        while ((kind & CharacterKinds.PUNCTUATION) != 0) {
            kinds |= kind;
            kind = kindAt(chars, ++at, emojiAreSpeltOut);
        }
        // Of the token without the punctuation around it: where it begins and ends, and its hash.
        int from = at;
        int to = at;
        int hash = WordTable.EMPTY_HASH;
        int hashSoFar = WordTable.EMPTY_HASH;
        while ((kind & ENDS) == 0) {
            kinds |= kind;
            hashSoFar = WordTable.hash(hashSoFar, chars[at++]);
            if ((kind & CharacterKinds.PUNCTUATION) == 0) {
                to = at;
                hash = hashSoFar;
            }
            kind = kindAt(chars, at, emojiAreSpeltOut);
        }
        if (kind == EMOJI) {
            return NONE;
        }
        boolean stripped = to - from < at - start;
        if (stripped && isEmoticonCore(chars, from, to)) {
            add(chars, start, at, WordTable.hash(chars, start, at), kinds);
        } else {
            add(chars, from, to, hash, kinds);
        }
        if ((kinds & MARKS) != 0) {
            countMarks(chars, start, at);
        }
        return at;
    }

    private static int kindAt(char[] chars, int at, boolean emojiAreSpeltOut) {
        char c = chars[at];
        if (c < CharacterKinds.ASCII) {
            return CharacterKinds.ofAscii(c);
        }
        return !emojiAreSpeltOut && EmojiNames.mayBeginEmoji(c) ? EMOJI : CharacterKinds.of(Character.codePointAt(chars, at));
    }

    private void add(char[] chars, int from, int to, int hash, int kinds) {
        int code = vocabulary.find(chars, from, to, hash);
        if (code != Vocabulary.UNKNOWN) {
            addKnown(vocabulary.word(code));
        } else if ((kinds & CharacterKinds.APOSTROPHE) != 0 && hasContractedNot(chars, from, to)) {
            code = Vocabulary.CONTRACTED_NOT;
        }
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
        }
        int inCapitals = (kinds & CASES) == CharacterKinds.UPPER_CASE ? 1 : 0;
        sizeInCapitals += inCapitals;
        tokens[size++] = 2 * code + inCapitals;
    }

    private void addKnown(Word word) {
        if (word.rated) {
            if (ratedSize == rated.length) {
                rated = Arrays.copyOf(rated, 2 * ratedSize);
            }
            rated[ratedSize++] = size;
        } else if (word.is(Word.Role.BUT) && firstBut < 0) {
            firstBut = size;
        }
    }

    private void countMarks(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            if (chars[i] == '!') {
                exclamationMarks++;
            } else if (chars[i] == '?') {
                questionMarks++;
            }
        }
    }

    /** Counts code points, as the reference does, where there are few enough characters that it matters. */
    private static boolean isEmoticonCore(char[] chars, int from, int to) {
        int length = to - from;
        return length <= LONGEST_EMOTICON_CORE
                || (length <= 2 * LONGEST_EMOTICON_CORE && Character.codePointCount(chars, from, length) <= LONGEST_EMOTICON_CORE);
    }

    private static boolean hasContractedNot(char[] chars, int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (chars[i] == '\'' && (chars[i - 1] | 0x20) == 'n' && (chars[i + 1] | 0x20) == 't') {
                return true;
            }
        }
        return false;
    }
}
