package dev.sentimentagent.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where settings come from: the environment, and a file {@code .env} beside it, of which the environment wins. A secret can lie in a file
 * of its own, named by the setting with {@code _FILE} appended.
 */
public final class Environment {
    private static final List<String> SECRETS = List.of("REDDIT_CLIENT_ID", "REDDIT_CLIENT_SECRET", "ADMIN_TOKEN");

    private Environment() {}

    /**
     * All names and texts.
     *
     * @param folder where {@code .env} lies, if there is one
     * @throws SettingsException if {@code .env} cannot be understood
     */
    public static Map<String, String> read(Path folder, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>(EnvironmentFile.read(folder));
        values.putAll(environment);
        SECRETS.forEach(name -> readSecret(name, values));
        return values;
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
