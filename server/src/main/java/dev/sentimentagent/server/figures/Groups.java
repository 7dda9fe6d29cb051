package dev.sentimentagent.server.figures;

/** What a change may be split by. */
public enum Groups {
    TOOLS, SUBREDDITS, TOPICS, THEMES
}
