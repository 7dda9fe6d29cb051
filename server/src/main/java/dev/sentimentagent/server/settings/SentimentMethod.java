package dev.sentimentagent.server.settings;

/** How sentiment is scored: the values of {@code SENTIMENT_METHOD}. */
public enum SentimentMethod {
    VADER
}
