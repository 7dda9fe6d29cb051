package dev.sentimentagent.sentiment;

import java.util.Arrays;

/**
 * The words and emoticons of a text, what is known of each, and the emphasis that the text puts on them. Found in one pass, without an
 * object a token. Used for one text after another; confined to one thread.
 */
final class Tokens {
    /** How many words before a rated one can change it. */
    static final int REACH = 3;

    /** A token that has no more characters than this without its punctuation is taken for an emoticon and keeps it. */
    private static final int LONGEST_EMOTICON_CORE = 2;
    private static final int INITIAL_CAPACITY = 1 << 8;
    /** The kind of what may be an emoji and is not spelt out yet. */
    private static final int EMOJI = 1 << 7;
    /** The kinds of what a token ends before, done or not. */
    private static final int ENDS = CharacterKinds.SPACE | EMOJI;
    private static final int NONE = -1;

    private final Vocabulary vocabulary;
    private final TextBuffer text = new TextBuffer();
    private final TextBits bits = new TextBits();
    /** Of each token, the code of its word. */
    private int[] codes = new int[INITIAL_CAPACITY];
    /** Of each token, where it begins. */
    private int[] starts = new int[INITIAL_CAPACITY];
    /** The tokens that are known. */
    private int[] known = new int[INITIAL_CAPACITY];
    private int knownSize;
    private int size;
    /** Of each rated token, its index times two, and one more if it stands by itself. */
    private int[] rated = new int[INITIAL_CAPACITY];
    private int ratedSize;
    /** Index behind the last token that may change one after it. */
    private int behindActive;
    private int firstBut;
    private Capitals capitals = Capitals.NOT_ASKED;

    /** Whether all tokens of the text are in capitals. */
    private enum Capitals {
        NOT_ASKED, ALL, SOME
    }

    Tokens(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Takes the tokens of a text, with its emoji spelt out, in place of those that it had. */
    void read(String source) {
        size = 0;
        knownSize = 0;
        ratedSize = 0;
        behindActive = -REACH;
        firstBut = Integer.MAX_VALUE;
        capitals = Capitals.NOT_ASKED;
        text.set(source);
        // Most texts have no emoji, so none is looked for before one is met.
        int end = split(0, false);
        if (end < text.length()) {
            EmojiNames.spellOut(source, end, text);
            split(end, true);
        }
        rate();
    }

    int size() {
        return size;
    }

    Word word(int index) {
        return vocabulary.word(codes[index]);
    }

    /** Whether the token, a known word, is in capitals and others are not. */
    boolean isEmphasized(int index) {
        return InCapitals.word(text.chars(), starts[index], word(index).length) && !allInCapitals();
    }

    /** How many tokens have a rating of their own. */
    int ratedSize() {
        return ratedSize;
    }

    /** Index of the n-th token that has a rating. */
    int ratedIndex(int n) {
        return rated[n] >>> 1;
    }

    /** Whether neither the n-th token that has a rating nor one of the {@value #REACH} before it is a word that any rule asks for. */
    boolean isByItself(int n) {
        return (rated[n] & 1) != 0;
    }

    /** Index of the first "but", or −1. */
    int firstBut() {
        return firstBut < size ? firstBut : NONE;
    }

    int exclamationMarks() {
        return bits.exclamationMarks();
    }

    int questionMarks() {
        return bits.questionMarks();
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
        bits.read(chars, length);
        if (codes.length <= length / 2 + 1) {
            grow(length + 2);
        }
        int at = start;
        while (at < length) {
            int word = bits.lengthOfWord(at);
            if (word > 0 && word < Long.SIZE && isSpace(chars[at + word])) {
                addAscii(at, word);
                at += word + 1;
            } else {
                int kind = kindAt(chars, at, emojiAreSpeltOut);
                if (kind != CharacterKinds.SPACE) {
                    int end = addOdd(chars, at, emojiAreSpeltOut);
                    if (end == NONE) {
                        return at;
                    }
                    at = end;
                }
                at++;
            }
        }
        return length;
    }

    private void grow(int capacity) {
        codes = Arrays.copyOf(codes, capacity);
        starts = Arrays.copyOf(starts, capacity);
        known = Arrays.copyOf(known, capacity);
        rated = Arrays.copyOf(rated, capacity);
    }

    /** Adds a token of ASCII characters that are no controls. */
    private void addAscii(int start, int length) {
        long letters = bits.letters(start) & ((1L << length) - 1);
        int before = Long.numberOfTrailingZeros(letters);
        int coreLength = Long.SIZE - Long.numberOfLeadingZeros(letters) - before;
        // −1 for an emoticon, else 0: which tokens are short no processor can foresee, so this makes no branch.
        int whole = (coreLength - LONGEST_EMOTICON_CORE - 1) >> (Integer.SIZE - 1);
        int from = start + (before & ~whole);
        int taken = coreLength ^ ((coreLength ^ length) & whole);
        int code = vocabulary.find(bits.bytes(), from, taken);
        long core = letters >>> before;
        // Of letters and digits alone there is no 0 between the bits.
        if ((core & (core + 1)) != 0) {
            code = orContractedNot(code, from, taken);
        }
        add(code, from);
    }

    /**
     * Adds a token, whatever is in it, unless it has what may be an emoji.
     *
     * @return where it ends, or {@link #NONE} if it was not added
     */
    private int addOdd(char[] chars, int start, boolean emojiAreSpeltOut) {
        int at = start;
        int kind = kindAt(chars, at, emojiAreSpeltOut);
        while ((kind & CharacterKinds.PUNCTUATION) != 0) {
            kind = kindAt(chars, ++at, emojiAreSpeltOut);
        }
        // Of the token without the punctuation around it: where it begins and ends.
        int from = at;
        int to = at;
        while ((kind & ENDS) == 0) {
            bits.fold(chars[at], at);
            at++;
            if ((kind & CharacterKinds.PUNCTUATION) == 0) {
                to = at;
            }
            kind = kindAt(chars, at, emojiAreSpeltOut);
        }
        if (kind == EMOJI) {
            return NONE;
        }
        if (isEmoticonCore(chars, from, to)) {
            from = start;
            to = at;
        }
        int code = vocabulary.find(bits.bytes(), from, to - from);
        // A word with NULs behind it looks the same there.
        boolean found = vocabulary.word(code).length == to - from;
        add(orContractedNot(found ? code : Vocabulary.UNKNOWN, from, to - from), from);
        return at;
    }

    private static int kindAt(char[] chars, int at, boolean emojiAreSpeltOut) {
        boolean emoji = !emojiAreSpeltOut && chars[at] >= CharacterKinds.ASCII && EmojiNames.mayBeginEmoji(chars[at]);
        return emoji ? EMOJI : CharacterKinds.at(chars, at);
    }

    private static boolean isSpace(char c) {
        return c < CharacterKinds.ASCII && CharacterKinds.ofAscii(c) == CharacterKinds.SPACE;
    }

    private int orContractedNot(int code, int from, int length) {
        return code == Vocabulary.UNKNOWN && hasContractedNot(bits.bytes(), from, from + length) ? Vocabulary.CONTRACTED_NOT : code;
    }

    /** Without a branch, as a third of all words are known, and no processor can foresee which. */
    private void add(int code, int start) {
        codes[size] = code;
        starts[size] = start;
        known[knownSize] = size;
        knownSize += -code >>> (Integer.SIZE - 1);
        size++;
    }

    private void rate() {
        for (int i = 0; i < knownSize; i++) {
            int index = known[i];
            int code = codes[index];
            int active = (code & Vocabulary.ACTIVE) / Vocabulary.ACTIVE;
            int but = (code & Vocabulary.BUT) / Vocabulary.BUT;
            int quietBefore = (behindActive + REACH - 1 - index) >>> (Integer.SIZE - 1);
            rated[ratedSize] = 2 * index + (quietBefore & ~active);
            ratedSize += code & Vocabulary.RATED;
            behindActive += (index + 1 - behindActive) & -active;
            firstBut = Math.min(firstBut, index | ((but - 1) >>> 1));
        }
    }

    private boolean allInCapitals() {
        if (capitals == Capitals.NOT_ASKED) {
            capitals = InCapitals.all(text.chars(), text.length()) ? Capitals.ALL : Capitals.SOME;
        }
        return capitals == Capitals.ALL;
    }

    /** Counts code points, as the reference does, where there are few enough characters that it matters. */
    private static boolean isEmoticonCore(char[] chars, int from, int to) {
        int length = to - from;
        return length <= LONGEST_EMOTICON_CORE
                || (length <= 2 * LONGEST_EMOTICON_CORE && Character.codePointCount(chars, from, length) <= LONGEST_EMOTICON_CORE);
    }

    private static boolean hasContractedNot(byte[] bytes, int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (bytes[i] == '\'' && (bytes[i - 1] | 0x20) == 'n' && (bytes[i + 1] | 0x20) == 't') {
                return true;
            }
        }
        return false;
    }
}
