package dev.sentimentagent.store.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a PostgreSQL database is, as {@code postgresql://USER@HOST:PORT/DATABASE?NAME=VALUE&…}. Several hosts, separated by commas, are tried
 * in turn. There is no password in it, so it may be shown.
 *
 * @param text as it was given
 * @param user null if the driver is to choose: the name of the system's user
 * @param hosts with their ports
 * @param parameters of the driver, as it spells them
 * @param citus whether the items are to be spread over the nodes of a Citus cluster ({@code citus=true})
 */
public record PostgresqlUrl(String text, @Nullable String user, String hosts, String database, Map<String, String> parameters,
        boolean citus) {
    private static final String CITUS = "citus";
    private static final Pattern FORM = Pattern
            .compile("postgres(?:ql)?://(?:([^@/?:]+)(:[^@/?]*)?@)?([^@/?]+)/([^/?]+)(?:\\?(.*))?");
    private static final Set<String> ALLOWED = Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "sslNegotiation", "channelBinding",
            "currentSchema", "targetServerType", "hostRecheckSeconds", "loadBalanceHosts", "gssEncMode", "ApplicationName", CITUS);

    public PostgresqlUrl {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException with what is wrong; never with the text, in which a password may stand
     */
    public static PostgresqlUrl parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("must be postgresql://USER@HOST:PORT/DATABASE");
        }
        if (form.group(2) != null) {
            throw new IllegalArgumentException("must have no password in it: set STORE_PASSWORD or STORE_PASSWORD_FILE");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = form.group(5);
        for (String parameter : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            if (!ALLOWED.contains(parts[0]) || parts.length < 2) {
                throw new IllegalArgumentException("may have these parameters, each with a value: "
                        + String.join(", ", ALLOWED.stream().sorted().toList()));
            }
            parameters.put(parts[0], decoded(parts[1]));
        }
        boolean citus = Boolean.parseBoolean(parameters.remove(CITUS));
        return new PostgresqlUrl(text, form.group(1) == null ? null : decoded(form.group(1)), form.group(3), decoded(form.group(4)),
                parameters, citus);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** New connections to it. */
    PGSimpleDataSource source(@Nullable String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://" + hosts + "/" + database.replace("%", "%25").replace("?", "%3F").replace("/", "%2F"));
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        source.setProperty(PGProperty.APPLICATION_NAME, "sentimentagent");
        // Kerberos has modules of its own, which our Java runtime is without.
        source.setProperty(PGProperty.GSS_ENC_MODE, "disable");
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            source.setProperty(parameter.getKey(), parameter.getValue());
        }
        return source;
    }

    @Override
    public String toString() {
        return text;
    }
}
