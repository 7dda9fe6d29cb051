package dev.sentimentagent.sentiment.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * Under which names a file has what is wanted of it: the first that is there counts, in whatever case.
 *
 * @param text of texts
 * @param label of their labels
 */
public record Columns(List<String> text, List<String> label) {
    public static final List<String> TEXTS = List.of("text", "body", "comment", "content", "sentence", "message", "tweet", "review");
    public static final List<String> LABELS = List.of("label", "sentiment", "polarity", "class", "gold", "target");
    public static final Columns USUAL = new Columns(TEXTS, LABELS);

    public Columns {
        text = List.copyOf(text);
        label = List.copyOf(label);
    }

    /** Place of the first of the names among those that are there; −1 if none is. */
    public static int find(List<String> wanted, List<String> there) {
        List<String> names = there.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        return wanted.stream().mapToInt(name -> names.indexOf(name.toLowerCase(Locale.ROOT))).filter(place -> place >= 0).findFirst()
                .orElse(-1);
    }
}
