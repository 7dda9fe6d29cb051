package dev.sentimentagent.sentiment.evaluation;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Sentiment;

/** A text with the class that people gave it. */
public record LabelledText(String text, Sentiment label) {
    public LabelledText {
        requireNonNull(text, "text");
        requireNonNull(label, "label");
    }
}
