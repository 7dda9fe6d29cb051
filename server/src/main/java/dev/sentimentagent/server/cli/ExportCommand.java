package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.server.export.Export;
import dev.sentimentagent.server.export.ExportFormat;
import dev.sentimentagent.server.settings.Settings;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export}: items out of the store, for other programs. */
@Command(name = "export", description = {
        "Write posts and comments with their scores and tools, oldest first, to standard output or a file.",
        "The service may run meanwhile. Text stands as it was written: a spreadsheet may take one that begins with = for a formula."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:all were written",
                "1:the output could not be written",
                "2:an option or a setting is wrong, or there is no database",
                "4:the store cannot be opened or failed"})
final class ExportCommand implements Callable<Integer> {
    @Option(names = "--from", paramLabel = "TIME", description = "Created from then on: YYYY-MM-DD or an ISO 8601 time with its zone.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Created before then; a day belongs to it.")
    private @Nullable String to;

    @Option(names = "--subreddit", paramLabel = "NAME", description = "Only this subreddit.")
    private @Nullable String subreddit;

    @Option(names = "--tool", paramLabel = "ID", description = "Only items that speak of this tool.")
    private @Nullable String tool;

    @Option(names = "--sentiment", paramLabel = "CLASS", description = "Only positive, negative or neutral.")
    private @Nullable String sentiment;

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv (the default) or ndjson.")
    private String format = "csv";

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to, if not to standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        ExportFormat form = oneOf("--format", format, ExportFormat.values(), ExportFormat::label);
        Selection selection = selection();
        Settings settings = Startup.settings(Map.of("LOG_LEVEL", "WARN"));
        settings.store().address().file().filter(Files::notExists).ifPresent(file -> {
            throw new CommandException(ExitCode.USAGE, "there is no database at " + file);
        });
        try (Store store = Startup.lookAtStore(settings)) {
            requireTool(store);
            write(store, form, selection);
        }
        return ExitCode.OK;
    }

    /** One that was deleted has no mentions either. */
    private void requireTool(Store store) {
        CatalogueState state = store.catalogue().load();
        boolean known = state.version() == 0
                ? ToolCatalogue.standard().find(String.valueOf(tool)).isPresent()
                : state.tools().stream().anyMatch(listed -> listed.id().equals(tool));
        if (tool != null && !known) {
            throw new CommandException(ExitCode.USAGE, "--tool: there is no tool " + tool);
        }
    }

    private void write(Store store, ExportFormat form, Selection selection) throws IOException {
        try (OutputStream out = open()) {
            ExportProgress progress = new ExportProgress(System.err, System::nanoTime);
            new Export(store.items(), selection).write(out, form, progress::written);
            progress.finished();
        }
    }

    private OutputStream open() throws IOException {
        return output == null ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(output);
    }

    private Selection selection() {
        Instant start = from == null ? Instant.EPOCH : time("--from", from, Duration.ZERO);
        Instant end = to == null ? Instant.now().plus(Duration.ofDays(1)) : time("--to", to, Duration.ofDays(1));
        if (start.isAfter(end)) {
            throw new CommandException(ExitCode.USAGE, "--from must not be after --to");
        }
        Sentiment only = sentiment == null ? null : oneOf("--sentiment", sentiment, Sentiment.values(), Sentiment::label);
        return new Selection(new Window(start, end), subreddit, tool, only, null);
    }

    /** A day, of which the end lies that much later, or a moment. */
    private static Instant time(String option, String text, Duration day) {
        try {
            return text.length() == "YYYY-MM-DD".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().plus(day)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new CommandException(ExitCode.USAGE, option + " must be YYYY-MM-DD or an ISO 8601 time with its zone, not " + text);
        }
    }

    private interface Label<E> {
        String of(E value);
    }

    private static <E> E oneOf(String option, String text, E[] values, Label<E> label) {
        return Arrays.stream(values)
                .filter(value -> label.of(value).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CommandException(ExitCode.USAGE, option + " must be "
                        + Arrays.stream(values).map(label::of).collect(Collectors.joining(", ")) + ", not " + text));
    }
}
