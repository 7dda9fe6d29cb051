package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ToolVerdictsTest {
    private static final ItemAnalyzer ANALYZER = ItemAnalyzer.of(SentimentMethod.DEVTALK, ToolCatalogue.standard());

    @Test
    void verdictsAreRightMoreOftenThanTheWholeItem() {
        Targets.Result result = Targets.ours().result(ANALYZER, false);
        report("ours", result);
        assertThat(result.share()).isGreaterThan(result.shareByWhole() + 0.1);
    }

    @Test
    void soTheyAreOnTheSharedTargets() throws IOException {
        Path file = Path.of(System.getProperty("shared.data", "../shared/data")).resolve("sentiment/targets_dev.txt");
        assumeTrue(Files.exists(file), "the shared data is not here");
        Targets shared = Targets.read(Files.readString(file));
        report("shared, all", shared.result(ANALYZER, true));
        Targets.Result result = shared.result(ANALYZER, false);
        report("shared, several", result);
        assertThat(result.share()).isGreaterThan(result.shareByWhole() + 0.1);
    }

    private static void report(String what, Targets.Result result) {
        System.out.printf("%s: %d of %d right (%.2f), by the whole item %.2f%n", what, result.right(), result.of(), result.share(),
                result.shareByWhole());
        result.wrong().forEach(line -> System.out.println("  " + line));
    }
}
