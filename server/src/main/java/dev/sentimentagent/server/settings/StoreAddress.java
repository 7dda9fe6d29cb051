package dev.sentimentagent.server.settings;

import dev.sentimentagent.store.sql.PostgresqlUrl;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the data lies, as {@code STORE_URL} names it. The case says what may be taken for granted there. */
public sealed interface StoreAddress {
    /** A database in a file, which one process uses at a time: whoever opens it locks it first. What belongs to it lies beside it. */
    record Sqlite(Path path) implements StoreAddress {
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
        public Optional<Path> file() {
            return Optional.of(path);
        }

        @Override
        public String toString() {
            return SCHEME + path;
        }
    }

    /**
     * A database on a PostgreSQL server, which several processes may use at once.
     *
     * @param password empty if none is set
     * @param folder where this machine keeps what it must remember about it
     */
    record Postgresql(PostgresqlUrl url, Optional<String> password, Path folder) implements StoreAddress {
        private static final String SCHEME = "postgresql:";

        private static Postgresql parse(String url, Optional<String> password, Path home) {
            try {
                return new Postgresql(PostgresqlUrl.parse(url), password, home.resolve("data"));
            } catch (IllegalArgumentException e) {
                throw new SettingsException("STORE_URL " + e.getMessage());
            }
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        /** Without the password. */
        @Override
        public String toString() {
            return url.toString();
        }
    }

    /**
     * A database in an Azure Cosmos DB account, which several processes may use at once. Its module is no part of the program unless asked for.
     *
     * @param account what follows the scheme
     * @param key empty if none is set
     * @param folder where this machine keeps what it must remember about it
     */
    record Cosmos(String account, Optional<String> key, Path folder) implements StoreAddress {
        public static final String SCHEME = "cosmos:";
        private static final Pattern FORM = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9_-]*)?");

        private static Cosmos parse(String url, Optional<String> key, Path home) {
            String account = url.substring(SCHEME.length());
            if (!FORM.matcher(account).matches()) {
                throw new SettingsException("STORE_URL must be cosmos:https://ACCOUNT.documents.azure.com:443/DATABASE;"
                        + " the key is no part of it: STORE_PASSWORD or STORE_PASSWORD_FILE has it");
            }
            return new Cosmos(account, key, home.resolve("data"));
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        /** Without the key. */
        @Override
        public String toString() {
            return SCHEME + account;
        }
    }

    /** The file that everything lies in; empty if it lies on a server, and may be used by several processes at once. */
    Optional<Path> file();

    /**
     * Reads the text form.
     *
     * @param password for a server, if one is set
     * @param home where a relative path begins
     * @throws SettingsException if it names no store that this version knows; its message does not repeat the text
     */
    static StoreAddress parse(String url, Optional<String> password, Path home) {
        int schemeEnd = url.indexOf(':') + 1;
        return switch (url.substring(0, schemeEnd)) {
            case Sqlite.SCHEME -> Sqlite.parse(url, home);
            case Postgresql.SCHEME, "postgres:" -> Postgresql.parse(url, password, home);
            case Cosmos.SCHEME -> Cosmos.parse(url, password, home);
            default -> throw new SettingsException("STORE_URL must be sqlite:FILE such as sqlite:data/sentimentagent.db,"
                    + " postgresql://USER@HOST:PORT/DATABASE, or cosmos:https://ACCOUNT.documents.azure.com:443/DATABASE");
        };
    }
}
