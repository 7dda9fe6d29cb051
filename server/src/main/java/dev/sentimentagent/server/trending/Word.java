package dev.sentimentagent.server.trending;

/**
 * One word of a title.
 *
 * @param key what it is compared by: lower case, singular, without apostrophes
 * @param start where it begins in the title
 * @param end where it ends, exclusive
 * @param role what it may be in a phrase
 * @param adjoins whether at most blanks and hyphens lie between it and the word before
 */
record Word(String key, int start, int end, Role role, boolean adjoins) {
    enum Role {
        /** May be a phrase, or any part of one. */
        CONTENT,
        /** A short number: tells something only behind a word, as in "Sonnet 4.5". */
        NUMBER,
        /** Never part of a phrase. */
        STOP
    }
}
