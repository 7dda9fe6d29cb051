package dev.sentimentagent.sentiment;

/** 32-bit hashes by which words, marks and pairs of words are known: no text of them is kept. Part of the model's format. */
final class TalkHash {
    /** The hash of no characters, to begin with. */
    static final int EMPTY = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    private TalkHash() {}

    /** FNV-1a by characters instead of bytes. */
    static int next(int hash, int character) {
        return (hash ^ character) * FNV_PRIME;
    }

    /** Mixes the bits, so that similar words are far apart: the finalizer of MurmurHash3. */
    static int finish(int hash) {
        int mixed = hash ^ (hash >>> 16);
        mixed *= 0x85EBCA6B;
        mixed ^= mixed >>> 13;
        mixed *= 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    static int of(String token) {
        int hash = EMPTY;
        for (int i = 0; i < token.length(); i += Character.charCount(token.codePointAt(i))) {
            hash = next(hash, token.codePointAt(i));
        }
        return finish(hash);
    }

    /** The hash of two in this order. */
    static int pair(int first, int second) {
        return finish(first * 31 + second);
    }
}
