package dev.sentimentagent.sentiment;

/** How sentiment is scored: the values of {@code SENTIMENT_METHOD}. */
public enum SentimentMethod {
    /** A model trained on what developers wrote: {@code docs/accuracy.md}. */
    DEVTALK,
    /** Exact VADER, as its authors' implementation has it. */
    VADER;

    /** What is used where nothing is said. */
    public static final SentimentMethod DEFAULT = DEVTALK;
}
