package dev.sentimentagent.server.web;

import org.jspecify.annotations.Nullable;

/**
 * What a handler answers.
 *
 * @param body becomes JSON
 * @param content what makes two answers differ, if that is not the whole body: all of it but times of answering
 * @param next query string of the next part of a list; null if this is the last
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
record Reply(Object body, byte @Nullable [] content, @Nullable String next) {
    static Reply of(Object body) {
        return new Reply(body, null, null);
    }

    static Reply of(Object body, byte[] content) {
        return new Reply(body, content, null);
    }

    static Reply part(Object body, @Nullable String next) {
        return new Reply(body, null, next);
    }
}
