package dev.sentimentagent.server.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the service answers, and whom.
 *
 * @param port 0 for any that is free
 * @param corsOrigins other sites whose pages may read the API
 * @param adminToken null: admin calls are off
 */
public record HttpSettings(String host, int port, List<String> corsOrigins, @Nullable String adminToken, RateLimit rateLimit) {
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/\\s,]+");

    /** Where front ends are served from while they are developed. */
    private static final List<String> LOCAL_FRONT_ENDS = List.of("http://localhost:3000", "http://localhost:5173");

    public HttpSettings {
        corsOrigins = List.copyOf(corsOrigins);
    }

    static HttpSettings read(SettingsReader in) {
        return new HttpSettings(host(in), in.integer("API_PORT", 8000, 0, 65535), origins(in), in.text("ADMIN_TOKEN").orElse(null),
                RateLimit.read(in));
    }

    private static List<String> origins(SettingsReader in) {
        List<String> origins = in.list("API_CORS_ORIGINS", LOCAL_FRONT_ENDS);
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new SettingsException(
                        "API_CORS_ORIGINS must be origins such as https://dashboard.example; \"" + origin + "\" is none");
            }
        }
        return origins;
    }

    private static String host(SettingsReader in) {
        String host = in.text("API_HOST", "127.0.0.1");
        try {
            InetAddress _ = InetAddress.getByName(host);
        } catch (UnknownHostException _) {
            throw new SettingsException("API_HOST must be an address or name of this machine; \"" + host + "\" is not known");
        }
        return host;
    }

    /** Where a process of this machine reaches the service. */
    public URI ownAddress() {
        String name = switch (host) {
            // These listen everywhere; nobody can connect to them as such.
            case "0.0.0.0", "::" -> "127.0.0.1";
            case String ipv6 when ipv6.contains(":") -> "[" + ipv6 + "]";
            case String other -> other;
        };
        return URI.create("http://" + name + ":" + port);
    }

    /** The token is a secret. */
    @Override
    public String toString() {
        return "HttpSettings[" + host + ":" + port + ", admin=" + (adminToken == null ? "off" : "on") + "]";
    }
}
