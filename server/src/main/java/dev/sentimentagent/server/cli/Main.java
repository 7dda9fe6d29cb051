package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.server.settings.SettingsException;
import java.io.IOException;
import java.util.concurrent.Callable;

/** The program's entry: {@code sentimentagent COMMAND}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int exitCode = run(args);
        System.out.flush();
        System.exit(exitCode);
    }

    static int run(String... args) {
        Carriers.provide();
        return PlainCommands.of(args).map(command -> run(args[0], command)).orElseGet(() -> Commands.run(args));
    }

    private static int run(String name, Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception e) {
            try {
                return explain(name, e);
            } catch (Exception unexplained) {
                unexplained.printStackTrace();
                return ExitCode.FAILED;
            }
        }
    }

    /** Says in one line why a command failed; throws what only a stack trace can explain. */
    static int explain(String command, Exception e) throws Exception {
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
        System.err.println(Commands.NAME + " " + command + ": " + e.getMessage());
        return exitCode;
    }
}
