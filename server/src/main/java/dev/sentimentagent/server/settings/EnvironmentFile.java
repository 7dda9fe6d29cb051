package dev.sentimentagent.server.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code .env}: {@code NAME=value} lines, comments, values with a {@code #} in double quotes. Nothing is passed over or guessed: an
 * error names the line that is not understood, never what stands in it, which may be a secret.
 */
final class EnvironmentFile {
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*");

    private EnvironmentFile() {}

    /**
     * Its names and values; none if there is no such file.
     *
     * @throws SettingsException if a line cannot be understood
     */
    static Map<String, String> read(Path folder) {
        Path file = folder.resolve(".env");
        if (!Files.exists(file)) {
            return Map.of();
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException _) {
            throw new SettingsException(file + " must be text in UTF-8: save it anew as such");
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read: " + e);
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String where = file + ", line " + (i + 1) + ": ";
            if (line.startsWith("\uFEFF")) {
                throw new SettingsException(where + "the file begins with a byte order mark: save it without one");
            }
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                throw new SettingsException(where + "must be NAME=value or a comment");
            }
            if (values.put(entry.group(1), value(entry.group(2), where)) != null) {
                throw new SettingsException(where + entry.group(1) + " is set for the second time");
            }
        }
        return values;
    }

    private static String value(String text, String where) {
        if (text.startsWith("\"")) {
            Matcher quoted = QUOTED.matcher(text);
            if (!quoted.matches()) {
                throw new SettingsException(where + "the double quotes must be around the whole value, and none within it");
            }
            return quoted.group(1);
        }
        if (text.startsWith("'")) {
            throw new SettingsException(where + "values are put in double quotes, not single ones");
        }
        String value = COMMENT.matcher(text).replaceFirst("").strip();
        if (value.contains("#")) {
            throw new SettingsException(where + "put the value in double quotes, or what follows the # is lost");
        }
        return value;
    }
}
