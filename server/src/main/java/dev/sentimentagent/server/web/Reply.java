package dev.sentimentagent.server.web;

import org.jspecify.annotations.Nullable;

/**
 * What a handler answers.
 *
 * @param body becomes JSON
 * @param content the part of the body that makes two answers differ: all of it but times of answering.
 * @param next query string of the next part of a list; null if this is the last
 */
record Reply(Object body, Object content, @Nullable String next) {
    static Reply of(Object body) {
        return new Reply(body, body, null);
    }

    static Reply of(Object body, Object content) {
        return new Reply(body, content, null);
    }
}
