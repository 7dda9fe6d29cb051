package dev.sentimentagent.server.cli;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** All commands, their options and their help. */
@Command(name = Commands.NAME, description = "Listens to what developers say on Reddit about AI developer tools.", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class, subcommands = {
        ServeCommand.class, ImportCommand.class, AnalyzeCommand.class, EvaluateCommand.class, ReanalyzeCommand.class, ExportCommand.class,
        MonitorCommand.class, DoctorCommand.class, BackupCommand.class, CatalogueCommand.class, CopyCommand.class,
        StandInCommand.class}, synopsisSubcommandLabel = "COMMAND")
final class Commands implements Callable<Integer> {
    static final String NAME = "sentimentagent";

    @Spec
    private @Nullable CommandSpec spec;

    private Commands() {}

    /** Without a command: shows what there is. A script that forgot it must notice. */
    @Override
    public Integer call() {
        requireNonNull(spec).commandLine().usage(System.out);
        return ExitCode.USAGE;
    }

    /** Version of the program, from its jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[]{"SentimentAgent " + (version == null ? "(not packaged)" : version)};
        }
    }

    static int run(String... args) {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (e, command, _) -> Main.explain(command.getCommandSpec().qualifiedName().substring(NAME.length() + 1), e))
                .setParameterExceptionHandler((e, _) -> {
                    e.getCommandLine().getErr().println(e.getMessage() + "\nTry --help.");
                    return ExitCode.USAGE;
                })
                .execute(args);
    }
}
