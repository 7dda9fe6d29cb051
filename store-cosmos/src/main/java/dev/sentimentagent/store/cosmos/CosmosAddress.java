package dev.sentimentagent.store.cosmos;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An account and a database in it.
 *
 * @param endpoint without a path
 */
record CosmosAddress(URI endpoint, String database) {
    private static final String DEFAULT_DATABASE = "sentimentagent";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final String FORM = "must be cosmos:https://ACCOUNT.documents.azure.com:443/DATABASE";

    /**
     * Reads {@code https://HOST:PORT/DATABASE}; the database may be left out.
     *
     * @throws IllegalArgumentException if it is not of that form; the message does not repeat it
     */
    static CosmosAddress parse(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(FORM);
        }
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        String database = path.isEmpty() ? DEFAULT_DATABASE : path;
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null
                || !NAME.matcher(database).matches()) {
            throw new IllegalArgumentException(FORM + "; the key is not part of it: STORE_PASSWORD or STORE_PASSWORD_FILE has it");
        }
        CosmosAddress address = new CosmosAddress(URI.create(uri.getScheme() + "://" + uri.getRawAuthority()), database);
        if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && address.onThisMachine())) {
            throw new IllegalArgumentException(FORM + "; http:// is for an emulator on this machine");
        }
        return address;
    }

    boolean onThisMachine() {
        String host = endpoint.getHost();
        try {
            // Names are not looked up, but for the one that means this machine.
            return "localhost".equals(host) || (host.matches("[0-9.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "cosmos:" + endpoint + "/" + database;
    }
}
