package dev.sentimentagent.server.cli;

import dev.sentimentagent.sentiment.Scorers;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.SentimentScorer;
import dev.sentimentagent.sentiment.evaluation.Evaluation;
import dev.sentimentagent.sentiment.evaluation.LabelledFile;
import dev.sentimentagent.sentiment.evaluation.LabelledText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how well each method does on texts that people have labelled. */
@Command(name = "evaluate", description = {
        "Compare each method of scoring with labels that people gave: accuracy, macro-F1, confusion, class shares, calibration, in Markdown.",
        "A file has a JSON object a line, {\"text\": …, \"label\": …} with a label of -1, 0, 1 or negative, neutral, positive; plain or .gz."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:every file was evaluated", "1:a file could not be read or has a line of another form", "2:a file does not exist"})
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Labelled texts.")
    private List<Path> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CommandException(ExitCode.USAGE, file + " is not a readable file");
            }
        }
        List<SentimentScorer> scorers = Arrays.stream(SentimentMethod.values()).map(Scorers::of).toList();
        PrintWriter out = spec.commandLine().getOut();
        for (Path file : files) {
            List<LabelledText> texts = LabelledFile.read(file);
            out.println("## " + LabelledFile.name(file) + ": " + texts.size() + " texts\n");
            if (!texts.isEmpty()) {
                scorers.forEach(scorer -> out.println(Evaluation.of(scorer, texts).markdown()));
            }
            out.flush();
        }
        return ExitCode.OK;
    }
}
