package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.server.figures.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Which posts and comments are listed.
 *
 * @param sentiment null for all
 * @param text words that are looked for; empty for none
 */
record Search(Scope scope, @Nullable Sentiment sentiment, String text, Sort sort) {
    enum Sort {
        NEWEST, ENGAGEMENT, BEST, WORST
    }
}
