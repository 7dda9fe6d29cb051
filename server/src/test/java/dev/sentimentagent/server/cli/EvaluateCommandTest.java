package dev.sentimentagent.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void printsEachMethodsFigures() throws IOException {
        Path file = Files.writeString(folder.resolve("own labels.csv"),
                "text,label\nI love it,positive\n\"awful,\nreally\",negative\nIt runs on port 80,neutral\n,neutral\nIch finde das nicht so gut wie es ist,negative\n");
        assertThat(evaluate(file.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("## own labels: 5 texts", "### VADER 3.3.2", "### DEVTALK ", "accuracy 0.800 [", "macro-F1 ",
                "calibration error ", "| negative | 1 | 1 | 0 | 0.400 | 0.200 |", "not judged, so neutral: 2, of these 1 not English");
    }

    @Test
    void takesOtherNamesAndLabels() throws IOException {
        Path file = Files.writeString(folder.resolve("a.tsv"), "line\tstars\nI love it\t2\nawful\t0\n");
        assertThat(evaluate(file.toString(), "--text", "line", "--label", "stars", "--labels", "0=negative,1=neutral,2=positive"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("## a: 2 texts", "accuracy 1.000");
    }

    private int evaluate(String... arguments) {
        return new CommandLine(new EvaluateCommand()).setOut(new PrintWriter(out, true)).execute(arguments);
    }
}
