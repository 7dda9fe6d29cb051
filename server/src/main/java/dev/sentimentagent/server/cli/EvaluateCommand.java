package dev.sentimentagent.server.cli;

import dev.sentimentagent.sentiment.Scorers;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.evaluation.Columns;
import dev.sentimentagent.sentiment.evaluation.Evaluation;
import dev.sentimentagent.sentiment.evaluation.LabelledFile;
import dev.sentimentagent.sentiment.evaluation.Labels;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how well each method does on texts that people have labelled. */
@Command(name = "evaluate", description = {
        "Compare each method of scoring with labels that people gave: accuracy, macro-F1, confusion, class shares, calibration, in Markdown.",
        "A file has a JSON object a line, {\"text\": …, \"label\": …}, or is CSV or TSV (commas, tabs, semicolons or bars) with a header that names"
                + " \"text\" and \"label\" (or body, comment, content; sentiment, polarity, class). Labels are -1, 0, 1 or negative, neutral, positive. Plain or .gz."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                        "0:every file was evaluated", "1:a file could not be read or has a line of another form",
                        "2:a file does not exist"})
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Labelled texts.")
    private List<Path> files = List.of();

    @Option(names = "--text", paramLabel = "NAME", description = "Name of the texts' column, or of the JSON property.")
    private List<String> text = Columns.TEXTS;

    @Option(names = "--label", paramLabel = "NAME", description = "The same of the labels.")
    private List<String> label = Columns.LABELS;

    @Option(names = "--labels", paramLabel = "LABEL=CLASS", split = ",", description = "What the labels mean, such as"
            + " 0=negative,1=neutral,2=positive, if it is not the usual.")
    private Map<String, String> meanings = Map.of();

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
        PrintWriter out = spec.commandLine().getOut();
        for (Path file : files) {
            List<Evaluation> evaluations = Arrays.stream(SentimentMethod.values()).map(Scorers::of).map(Evaluation::new).toList();
            new LabelledFile(file, new Columns(text, label), labels()).forEach(labelled -> evaluations.forEach(each -> each.add(labelled)));
            long texts = evaluations.getFirst().confusion().total();
            out.println("## " + LabelledFile.name(file) + ": " + texts + " texts\n");
            if (texts > 0) {
                evaluations.forEach(evaluation -> out.println(evaluation.markdown()));
            }
            out.flush();
        }
        return ExitCode.OK;
    }

    private Labels labels() {
        try {
            return meanings.isEmpty() ? Labels.USUAL : Labels.of(meanings);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--labels: " + e.getMessage());
        }
    }
}
