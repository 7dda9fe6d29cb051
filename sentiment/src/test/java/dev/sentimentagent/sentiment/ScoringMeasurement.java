package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Score;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures, by hand, how many texts one thread scores and matches in a second:
 * {@code java -Dshared.data=… -cp … dev.sentimentagent.sentiment.ScoringMeasurement [seconds a measurement]}.
 */
final class ScoringMeasurement {
    private static final int ROUNDS = 5;

    private ScoringMeasurement() {}

    public static void main(String[] arguments) {
        Duration each = Duration.ofSeconds(arguments.length == 0 ? 2 : Long.parseLong(arguments[0]));
        long start = System.nanoTime();
        VaderScorer scorer = new VaderScorer();
        print("new VaderScorer(), cold: %.1f ms", millisSince(start));
        start = System.nanoTime();
        Score first = scorer.score("\uD83D\uDE00");
        print("first emoji: %.1f ms (%s)", millisSince(start), first.sentiment());

        List<String> reference = texts(SharedData.VADER_REFERENCE, "text");
        List<String> comments = texts(SharedData.COMMENTS, "body");
        measure("VADER, reference texts", reference, text -> scorer.score(text).compound(), each);
        measure("VADER, comments", comments, text -> scorer.score(text).compound(), each);

        start = System.nanoTime();
        ToolMatcher matcher = new ToolMatcher(ToolCatalogue.standard());
        print("catalogue and matcher, cold: %.1f ms", millisSince(start));
        measure("tools, comments", comments, text -> matcher.match(text, "LocalLLaMA").size(), each);
        measure("both, comments", comments, text -> scorer.score(text).compound() + matcher.match(text, "LocalLLaMA").size(), each);
    }

    private static void measure(String name, List<String> texts, ToDoubleFunction<String> work, Duration each) {
        double checksum = 0;
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long done = 0;
            while (System.nanoTime() - start < each.toNanos()) {
                for (String text : texts) {
                    checksum += work.applyAsDouble(text);
                }
                done += texts.size();
            }
            best = Math.max(best, done / (millisSince(start) / 1000));
        }
        double charsPerText = texts.stream().mapToInt(String::length).average().orElse(0);
        print("%s: %,.0f texts/s, best of %d rounds; %.0f characters a text; checksum %.3f", name, best, ROUNDS, charsPerText, checksum);
    }

    private static List<String> texts(Path file, String field) {
        try (Stream<String> texts = SharedData.read(file).map(line -> line.get(field).asString())) {
            return texts.toList();
        }
    }

    private static double millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e6;
    }

    private static void print(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }
}
