package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.testsupport.TestPostgresql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate of its own, for the name {@code localhost}: who it is is verified, and all that is sent is encrypted. */
class PostgresqlTlsTest {
    private static final String SECRET = "only-for-this-test";

    @TempDir
    private static Path folder;

    private static Path certificate;
    private static Path other;
    private static TestPostgresql server;

    /** What {@code ssl_cert_file} and {@code ssl_key_file} want. */
    private record Identity(Path certificate, Path key) {}

    @BeforeAll
    static void startServer() throws Exception {
        Identity identity = identity("server");
        certificate = identity.certificate();
        other = identity("other").certificate();
        server = TestPostgresql.start(Map.of("ssl", "on", "ssl_cert_file", identity.certificate().toString(), "ssl_key_file",
                identity.key().toString()));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void aServerThatIsWhoItSaysIsTalkedToEncrypted() throws SQLException {
        String database = server.newDatabase();
        try (Store store = open(database + "?sslmode=verify-full&sslrootcert=" + certificate)) {
            Fixtures.fill(store, 100, 100);
            assertThat(Fixtures.rollupsAreExact(store)).isTrue();
            try (Connection connection = server.connect(database);
                    Statement statement = connection.createStatement();
                    ResultSet ours = statement.executeQuery("SELECT count(*), count(*) FILTER (WHERE ssl) FROM pg_stat_ssl"
                            + " JOIN pg_stat_activity USING (pid) WHERE application_name = 'sentimentagent'")) {
                ours.next();
                assertThat(ours.getLong(1)).isPositive().isEqualTo(ours.getLong(2));
            }
        }
    }

    @Test
    void aServerWithAnotherCertificateIsNot() {
        String url = server.newDatabase() + "?sslmode=verify-full&sslrootcert=" + other;
        refused(url);
    }

    @Test
    void norOneOfAnotherName() {
        String url = server.newDatabase().replace("localhost", "127.0.0.1") + "?sslmode=verify-full&sslrootcert=" + certificate;
        refused(url);
    }

    @Test
    void norOneWithoutAnyCertificate() {
        refused(TestPostgresql.shared().newDatabase() + "?sslmode=verify-full&sslrootcert=" + certificate);
    }

    private static void refused(String url) {
        assertThatThrownBy(() -> open(url)).isInstanceOf(StoreException.class)
                .hasMessageStartingWith("cannot open the store " + url + ": the server cannot be reached; check host, port and sslmode")
                .message()
                .doesNotContain("\n");
    }

    private static Store open(String url) {
        return PostgresqlFixtures.open(PostgresqlUrl.parse(url), RetryPolicy.NEVER);
    }

    /** Made by the JDK's own tool. */
    private static Identity identity(String name) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        int code = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", name,
                "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-storetype", "PKCS12", "-keystore",
                store.toString(), "-storepass", SECRET).inheritIO().start().waitFor();
        assertThat(code).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, SECRET.toCharArray());
        }
        Path key = folder.resolve(name + ".key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new Identity(Files.writeString(folder.resolve(name + ".pem"), pem("CERTIFICATE", keys.getCertificate(name).getEncoded())),
                Files.writeString(key, pem("PRIVATE KEY", keys.getKey(name, SECRET.toCharArray()).getEncoded())));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %s-----%n%s%n-----END %1$s-----%n".formatted(what, Base64.getMimeEncoder().encodeToString(bytes));
    }
}
