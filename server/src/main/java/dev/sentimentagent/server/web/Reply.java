package dev.sentimentagent.server.web;

import org.jspecify.annotations.Nullable;

/**
 * What a handler answers.
 *
 * @param body JSON
 * @param content what makes two answers differ, if that is not the whole body: all of it but times of answering, or a digest of it
 * @param next query string of the next part of a list; null if this is the last
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
record Reply(byte[] body, byte[] content, @Nullable String next) {
    static Reply of(Object body) {
        return part(body, null);
    }

    static Reply of(Object body, byte[] content) {
        return new Reply(Json.write(body), content, null);
    }

    static Reply part(Object body, @Nullable String next) {
        byte[] json = Json.write(body);
        return new Reply(json, json, next);
    }
}
