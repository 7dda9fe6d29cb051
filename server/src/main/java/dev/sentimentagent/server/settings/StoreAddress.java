package dev.sentimentagent.server.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the data lies, as {@code STORE_URL} names it. The case says what may be taken for granted there. */
public sealed interface StoreAddress {
    /** A database in a file, which one process uses at a time: whoever opens it locks it first. What belongs to it lies beside it. */
    record Sqlite(Path file) implements StoreAddress {
        private static final String SCHEME = "sqlite:";

        private static Sqlite parse(String url, Path home) {
            String name = url.substring(SCHEME.length());
            if (name.isEmpty() || name.contains("?") || name.equals(":memory:")) {
                throw new SettingsException("STORE_URL must be sqlite:FILE: a file, and no parameters after a question mark");
            }
            try {
                return new Sqlite(home.resolve(name));
            } catch (InvalidPathException e) {
                throw new SettingsException("STORE_URL must be sqlite:FILE; the file's name cannot be used here: " + e.getReason());
            }
        }

        @Override
        public String toString() {
            return SCHEME + file;
        }
    }

    /**
     * Reads the text form.
     *
     * @param home where a relative path begins
     * @throws SettingsException if it names no store that this version knows
     */
    static StoreAddress parse(String url, Path home) {
        int schemeEnd = url.indexOf(':') + 1;
        return switch (url.substring(0, schemeEnd)) {
            case Sqlite.SCHEME -> Sqlite.parse(url, home);
            default -> throw new SettingsException(
                    "STORE_URL must be sqlite:FILE such as sqlite:data/sentimentagent.db; this version has no other backend");
        };
    }
}
