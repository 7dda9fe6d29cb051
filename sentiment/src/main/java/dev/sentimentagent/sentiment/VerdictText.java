package dev.sentimentagent.sentiment;

import java.util.Arrays;

/**
 * A text as verdicts are read from it: its words with what they do in a comparison, its sentences, and the places where it names tools,
 * as far as its author says them. Used for one text after another; confined to one thread.
 */
final class VerdictText {
    private static final int INITIAL_CAPACITY = 1 << 8;
    private static final int QUESTION = TalkHash.of("?");

    private final TalkLexicon lexicon;
    private final VerdictWords words;
    private final TalkTokens tokens;
    private int[] roles = new int[INITIAL_CAPACITY];
    private int length;

    /** Of each place where tools are named: which, its first word, and the word behind its last. */
    private int[] tools = new int[16];
    private int[] firsts = new int[16];
    private int[] ends = new int[16];
    private int size;
    /** Where the next place is looked for. */
    private int cursor;

    VerdictText(TalkLexicon lexicon, VerdictWords words) {
        this.lexicon = lexicon;
        this.words = words;
        this.tokens = new TalkTokens(lexicon);
    }

    void read(String text, ToolMatcher matcher) {
        tokens.read(text);
        if (roles.length < tokens.size()) {
            roles = new int[Math.max(tokens.size(), 2 * roles.length)];
        }
        for (int i = 0; i < tokens.size(); i++) {
            roles[i] = words.roles(tokens.hash(i));
        }
        length = text.length();
        size = 0;
        cursor = 0;
        matcher.places(text, this::add);
    }

    /** Number of words and marks. */
    int tokens() {
        return tokens.size();
    }

    /** Number of places where tools are named. */
    int size() {
        return size;
    }

    int tool(int mention) {
        return tools[mention];
    }

    int first(int mention) {
        return firsts[mention];
    }

    int end(int mention) {
        return ends[mention];
    }

    /** Index of the character where a word begins; of the text's end for the word behind the last. */
    int start(int token) {
        return token < tokens.size() ? tokens.start(token) : length;
    }

    boolean is(int token, int role) {
        return token >= 0 && token < tokens.size() && (roles[token] & role) != 0;
    }

    boolean hasHash(int token, int hash) {
        return token >= 0 && token < tokens.size() && tokens.hash(token) == hash;
    }

    /** Whether a clause ends before the word. */
    boolean clauseBefore(int token) {
        return tokens.is(token, TalkTokens.CLAUSE);
    }

    /** Whether a sentence begins with the word; "vs." ends none. */
    boolean sentenceBefore(int token) {
        return token == 0 || (tokens.is(token, TalkTokens.SENTENCE) && !is(token - 1, VerdictWords.VERSUS));
    }

    float rating(int token) {
        return lexicon.rating(lexicon.find(tokens.hash(token)));
    }

    /** 1, -1 or 0: whether the words from one to another tell that something did what it should; a negation before turns it. */
    int outcome(int from, int to) {
        for (int token = to - 1; token >= from; token--) {
            int outcome = words.outcome(tokens.hash(token));
            if (outcome != 0) {
                return has(Math.max(from, token - 2), token, VerdictWords.NOT) ? -outcome : outcome;
            }
        }
        return 0;
    }

    boolean asks(int from, int to) {
        for (int token = from; token < to; token++) {
            if (hasHash(token, QUESTION)) {
                return true;
            }
        }
        return false;
    }

    /** First of the words from one to another that does this; -1 if none does. */
    int find(int from, int to, int role) {
        for (int token = Math.max(0, from); token < to; token++) {
            if (is(token, role)) {
                return token;
            }
        }
        return -1;
    }

    boolean has(int from, int to, int role) {
        return find(from, to, role) >= 0;
    }

    int capacity() {
        return tokens.capacity();
    }

    /** A name in what the author quotes, in code or in an address has no word of its own. */
    private void add(int tool, int start, int end) {
        while (cursor < tokens.size() && tokens.start(cursor) < start) {
            cursor++;
        }
        if (cursor == tokens.size() || tokens.start(cursor) != start) {
            return;
        }
        if (size == tools.length) {
            tools = Arrays.copyOf(tools, 2 * size);
            firsts = Arrays.copyOf(firsts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        tools[size] = tool;
        firsts[size] = cursor;
        while (cursor < tokens.size() && tokens.start(cursor) < end) {
            cursor++;
        }
        ends[size++] = cursor;
    }
}
