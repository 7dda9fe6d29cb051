package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.testsupport.TestPostgresql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is not right at the start is told in one line that says what to do. */
class PostgresqlOpeningTest {
    private final TestPostgresql server = TestPostgresql.shared();

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String url = "postgresql://agent@localhost:" + port + "/x";
        refused(url, "the server cannot be reached; check host, port");
        assertThatThrownBy(() -> PostgresqlFixtures.open(PostgresqlUrl.parse(url), RetryPolicy.NEVER))
                .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isTransient()).isTrue());
    }

    @Test
    void aMissingDatabaseIsNamed() {
        refused(server.newDatabase() + "gone", "there is no database of that name; create it");
    }

    @Test
    void aPasswordThatIsWrongIsSaidButNotShown() {
        server.run("CREATE ROLE guarded LOGIN PASSWORD 'right'");
        String url = server.newDatabase().replace("postgres@", "nobody@");
        assertThatThrownBy(
                () -> PostgresqlStore.open(PostgresqlUrl.parse(url), "wrong-one", RetryPolicy.NEVER, TimeSource.system(), new Random(1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the server does not let this user in; check the user in STORE_URL, and STORE_PASSWORD")
                .message()
                .doesNotContain("wrong-one")
                .doesNotContain("\n");
    }

    @Test
    void aUserWhoMayNotCreateTablesIsTold() {
        server.run("CREATE ROLE visitor LOGIN");
        String url = server.newDatabase();
        change(url, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        refused(url.replace("postgres@", "visitor@"), "the user may not create tables there");
    }

    @Test
    void aServerThatTakesNoWritesIsTold() {
        String url = server.newDatabase();
        server.run("ALTER DATABASE " + url.substring(url.lastIndexOf('/') + 1) + " SET default_transaction_read_only = on");
        refused(url, "the server takes no writes; name the primary");
    }

    @Test
    void tablesOfAnotherProgramAreLeftAlone() {
        String url = server.newDatabase();
        change(url, "CREATE TABLE theirs (x integer)");
        refused(url, "tables of another program are in that schema");
    }

    @Test
    void aSchemaFromWhichALaterVersionTookAwayIsLeftAlone() {
        PostgresqlUrl url = PostgresqlFixtures.newDatabase();
        change(url.text(), "UPDATE flyway_schema_history SET version = '99', description = 'contract the items' WHERE version = '1'");
        refused(url.text(), "its schema is version 99, this program knows");
    }

    @Test
    void anotherEncodingIsRefused() {
        server.run("CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'");
        String url = server.newDatabase();
        refused(url.substring(0, url.lastIndexOf('/')) + "/ascii", "its encoding is SQL_ASCII");
    }

    @Test
    void itCanLieInASchemaOfItsOwnBesideOthers() {
        String url = server.newDatabase();
        change(url, "CREATE TABLE theirs (x integer)");
        refused(url + "?currentSchema=ours", "the schema that currentSchema names is not there");
        change(url, "CREATE SCHEMA ours");
        try (Store store = PostgresqlFixtures.open(PostgresqlUrl.parse(url + "?currentSchema=ours"), RetryPolicy.NEVER)) {
            assertThat(store.dataVersion()).isZero();
        }
    }

    @Test
    void whatIsOnlyLookedAtIsNotMigrated() {
        String url = server.newDatabase();
        assertThatThrownBy(
                () -> PostgresqlStore.openAsItIs(PostgresqlUrl.parse(url), null, RetryPolicy.NEVER, TimeSource.system(), new Random(1)))
                .hasMessageContaining("its schema is version 0; the next start of the service brings it to");
    }

    private static void refused(String url, String message) {
        assertThatThrownBy(() -> PostgresqlFixtures.open(PostgresqlUrl.parse(url), RetryPolicy.NEVER)).isInstanceOf(StoreException.class)
                .hasMessageStartingWith("cannot open the store " + url + ": ")
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    private void change(String url, String sql) {
        try (Connection connection = server.connect(url); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
