package dev.sentimentagent.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jline.utils.Levenshtein;

/**
 * Where settings come from: the environment, and a file {@code .env} beside it, of which the environment wins. A secret can lie in a file
 * of its own, named by the setting with {@code _FILE} appended.
 *
 * @param values all names and texts
 * @param strays what is wrong with the names in the file: a sentence each. The environment is not looked at, most of which is not for us
 */
public record Environment(Map<String, String> values, List<String> strays) {
    private static final List<String> SECRETS = List.of("REDDIT_CLIENT_ID", "REDDIT_CLIENT_SECRET", "ADMIN_TOKEN", "STORE_PASSWORD");

    public Environment {
        values = Map.copyOf(values);
        strays = List.copyOf(strays);
    }

    /**
     * Reads both.
     *
     * @param folder where {@code .env} lies, if there is one
     * @throws SettingsException if {@code .env} cannot be understood
     */
    public static Environment read(Path folder, Map<String, String> environment) {
        Map<String, String> file = EnvironmentFile.read(folder);
        Map<String, String> values = new HashMap<>(file);
        values.putAll(environment);
        SECRETS.forEach(name -> readSecret(name, values));
        return new Environment(values, file.isEmpty() ? List.of() : strays(file.keySet()));
    }

    private static List<String> strays(Set<String> names) {
        Set<String> known = new TreeSet<>(Settings.names());
        SECRETS.forEach(name -> known.add(name + "_FILE"));
        return names.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> name + " is not a setting; did you mean " + nearest(name, known) + "?")
                .toList();
    }

    private static String nearest(String name, Set<String> known) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Collections.min(known, Comparator.comparingInt(candidate -> Levenshtein.distance(upper, candidate)));
    }

    /** Whether a setting must never be shown. */
    static boolean isSecret(String name) {
        return SECRETS.contains(name);
    }

    private static void readSecret(String name, Map<String, String> values) {
        String file = values.get(name + "_FILE");
        if (file != null && !file.isBlank()) {
            try {
                values.put(name, Files.readString(Path.of(file.strip())).strip());
            } catch (IOException | InvalidPathException e) {
                throw new SettingsException(name + "_FILE must name a readable file; " + file + " is not: " + e);
            }
        }
    }
}
