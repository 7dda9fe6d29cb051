package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.ToolVerdict;
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

    /** In the home subreddit of a tool everything counts as about it; but what is said of another alone says nothing of it. */
    @Test
    void praiseOfAnotherToolIsNoneOfTheOneAtHome() {
        assertThat(said("Claude Code is great, I love it so much.", "claude-code")).isEqualTo(Sentiment.POSITIVE);
        assertThat(said("Claude Code is great, I love it so much.", "cursor")).isEqualTo(Sentiment.NEUTRAL);
        assertThat(said("Claude Code is awful and I hate it.", "claude-code")).isEqualTo(Sentiment.NEGATIVE);
        assertThat(said("Claude Code is awful and I hate it.", "cursor")).isEqualTo(Sentiment.NEUTRAL);
    }

    @Test
    void whatIsSaidAtHomeWithoutANameIsSaidOfTheToolAtHome() {
        assertThat(said("I love it, it is great. Claude Code is awful and I hate it.", "cursor")).isEqualTo(Sentiment.POSITIVE);
        assertThat(said("I hate the new limits, they are awful. Claude Code is great.", "cursor")).isEqualTo(Sentiment.NEGATIVE);
        assertThat(said("Switched to Claude Code and never looked back.", "cursor")).isEqualTo(Sentiment.NEGATIVE);
    }

    private static Sentiment said(String text, String tool) {
        Analysis analysis = ANALYZER.analyze(text, "cursor");
        assertThat(analysis.toolIds()).containsExactlyInAnyOrder("cursor", "claude-code");
        ToolVerdict verdict = analysis.mentions().verdicts().get(tool);
        return verdict == null ? analysis.score().sentiment() : verdict.sentiment();
    }

    private static void report(String what, Targets.Result result) {
        System.out.printf("%s: %d of %d right (%.2f), by the whole item %.2f%n", what, result.right(), result.of(), result.share(),
                result.shareByWhole());
        result.wrong().forEach(line -> System.out.println("  " + line));
    }
}
