package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresqlUrlTest {
    @Test
    void aUrlTellsTheDriverWhereAndAsWhom() throws SQLException {
        PGSimpleDataSource source = PostgresqlUrl
                .parse("postgresql://agent@db.example:6432/opinions?sslmode=verify-full&sslrootcert=/etc/ca%20root.pem")
                .source("p@ss w/rd");
        assertThat(source.getServerNames()).containsExactly("db.example");
        assertThat(source.getPortNumbers()).containsExactly(6432);
        assertThat(source.getDatabaseName()).isEqualTo("opinions");
        assertThat(source.getUser()).isEqualTo("agent");
        assertThat(source.getPassword()).isEqualTo("p@ss w/rd");
        assertThat(source.getSslmode()).isEqualTo("verify-full");
        assertThat(source.getSslRootCert()).isEqualTo("/etc/ca root.pem");
    }

    @Test
    void severalHostsAreTriedInTurn() throws SQLException {
        PGSimpleDataSource source = PostgresqlUrl.parse("postgres://a%40b@one,two:5433/x%20y?targetServerType=primary").source(null);
        assertThat(source.getServerNames()).containsExactly("one", "two");
        assertThat(source.getPortNumbers()).containsExactly(5432, 5433);
        assertThat(source.getUser()).isEqualTo("a@b");
        assertThat(source.getDatabaseName()).isEqualTo("x y");
        assertThat(source.getTargetServerType()).isEqualTo("primary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://agent:hush@db/x", "postgresql://agent@db/x?password=hush", "postgresql://db/x?user=hush",
            "postgresql://hush", "postgresql:hush", "postgresql:///hush", "postgresql://db/x?sslmode", "jdbc:postgresql://db/hush",
            "postgresql://db/x?socketFactory=hush"})
    void whatIsWrongIsSaidWithoutWhatMayBeSecret(String url) {
        assertThatThrownBy(() -> PostgresqlUrl.parse(url)).isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("m")
                .doesNotContain("hush");
    }
}
