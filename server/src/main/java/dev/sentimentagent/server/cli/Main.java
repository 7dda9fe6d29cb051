package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.server.settings.SettingsException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry: {@code sentimentagent COMMAND}. */
@Command(name = "sentimentagent", description = "Listens to what developers say on Reddit about AI developer tools.", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, subcommands = {
        ServeCommand.class, ImportCommand.class, AnalyzeCommand.class, MonitorCommand.class,
        StandInCommand.class, RehearseCommand.class}, synopsisSubcommandLabel = "COMMAND")
public final class Main {
    Main() {}

    /** Version of the program, from its jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[]{"SentimentAgent " + (version == null ? "(not packaged)" : version)};
        }
    }

    public static void main(String[] args) {
        int exitCode = run(args);
        System.out.flush();
        System.exit(exitCode);
    }

    static int run(String... args) {
        Carriers.provide();
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .setParameterExceptionHandler((e, _) -> {
                    e.getCommandLine().getErr().println(e.getMessage() + "\nTry --help.");
                    return ExitCode.USAGE;
                })
                .execute(args);
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        int exitCode = switch (e) {
            case CommandException failure -> failure.exitCode();
            case SettingsException _ -> ExitCode.USAGE;
            case StoreException _ -> ExitCode.STORE;
            case IOException _ -> ExitCode.FAILED;
            default -> throw e;
        };
        if ("Broken pipe".equals(e.getMessage())) {
            // Whoever read our output has had enough, as head has.
            return exitCode;
        }
        command.getErr().println("sentimentagent " + command.getCommandName() + ": " + e.getMessage());
        return exitCode;
    }
}
