package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sentences with what they say of each tool, one a line: {@code text|tool=label;tool=label}, labels −1, 0 and 1. */
record Targets(List<Line> lines) {
    record Line(String text, Map<String, Sentiment> labels) {}

    /** How many verdicts are right, of how many; and of those whose whole item has another class. */
    record Result(int right, int of, int rightByWhole, List<String> wrong) {
        double share() {
            return (double) right / of;
        }

        double shareByWhole() {
            return (double) rightByWhole / of;
        }
    }

    static Targets ours() {
        try (InputStream resource = Targets.class.getResourceAsStream("targets.txt")) {
            return read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Targets read(String text) {
        return new Targets(text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Targets::line).toList());
    }

    private static Line line(String line) {
        int bar = line.lastIndexOf('|');
        Map<String, Sentiment> labels = new TreeMap<>();
        for (String label : line.substring(bar + 1).split(";")) {
            int equals = label.indexOf('=');
            int sign = Integer.parseInt(label.substring(equals + 1).strip());
            labels.put(id(label.substring(0, equals).strip()),
                    sign > 0 ? Sentiment.POSITIVE : sign < 0 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL);
        }
        return new Line(line.substring(0, bar), labels);
    }

    /** Of an id, a name or an alias. */
    private static String id(String label) {
        String key = label.toLowerCase(Locale.ROOT);
        for (Tool tool : ToolCatalogue.standard().tools()) {
            if (tool.id().equals(key) || tool.name().equalsIgnoreCase(label) || tool.aliases().contains(key)
                    || tool.ambiguousAliases().contains(key)) {
                return tool.id();
            }
        }
        return key;
    }

    /** Of the lines with several labels, or of all. */
    Result result(ItemAnalyzer analyzer, boolean all) {
        int right = 0;
        int of = 0;
        int whole = 0;
        List<String> wrong = new ArrayList<>();
        for (Line line : lines) {
            if (!all && line.labels.size() < 2) {
                continue;
            }
            Analysis analysis = analyzer.analyze(line.text, "");
            Sentiment itself = analysis.score().sentiment();
            for (Map.Entry<String, Sentiment> label : line.labels.entrySet()) {
                Sentiment said = analysis.mentions().sentiment(label.getKey(), itself);
                of++;
                whole += itself == label.getValue() ? 1 : 0;
                right += said == label.getValue() ? 1 : 0;
                if (said != label.getValue()) {
                    String missed = analysis.toolIds().contains(label.getKey()) ? "" : " (not matched)";
                    wrong.add(line.text + " | " + label.getKey() + ": " + said + missed + ", not " + label.getValue());
                }
            }
        }
        return new Result(right, of, whole, wrong);
    }
}
