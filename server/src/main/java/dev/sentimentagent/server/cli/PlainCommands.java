package dev.sentimentagent.server.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The command lines that scripts and pipes are made of, read without picocli: it takes a third of the time to the first answer, because no
 * cache of the JVM takes class files as old as its own. What is not quite plain is left to it, and all that is wrong.
 */
final class PlainCommands {
    private static final Set<String> VALUED = Set.of("--port", "--clock");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private PlainCommands() {}

    /** The command; empty if picocli is to read the line. */
    static Optional<Callable<Integer>> of(String... args) {
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        return Optional.ofNullable(switch (args.length == 0 ? "" : args[0]) {
            case "serve" -> serve(rest);
            case "import" -> rest.isEmpty() || rest.stream().anyMatch(PlainCommands::isOption)
                    ? null
                    : new ImportCommand(rest.stream().map(Path::of).toList());
            case "analyze" -> rest.isEmpty() ? new AnalyzeCommand() : null;
            // Not for users: the scripts give it.
            case "rehearse" -> rest.size() == 2 ? new Rehearsal(rest.getFirst(), Path.of(rest.getLast())) : null;
            default -> null;
        });
    }

    private static @Nullable ServeCommand serve(List<String> options) {
        ServeCommand command = new ServeCommand();
        for (Iterator<String> words = options.iterator(); words.hasNext();) {
            String option = words.next();
            String value = VALUED.contains(option) && words.hasNext() ? words.next() : "";
            switch (option) {
                case "--demo" -> command.demo = true;
                case "--replace" -> command.replace = true;
                case "--port" -> command.port = PORT.matcher(value).matches() ? Integer.valueOf(value) : null;
                case "--clock" -> command.clock = isOption(value) ? null : value;
                default -> {
                    return null;
                }
            }
            if ((option.equals("--port") && command.port == null) || (option.equals("--clock") && command.clock == null)) {
                return null;
            }
        }
        return command;
    }

    /** An option, or a file of arguments. */
    private static boolean isOption(String word) {
        return word.isEmpty() || word.startsWith("-") || word.startsWith("@") || word.startsWith("\"");
    }
}
