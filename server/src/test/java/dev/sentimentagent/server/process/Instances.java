package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.sql.PostgresqlStore;
import dev.sentimentagent.store.sql.PostgresqlUrl;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** What the tests of several processes on one store ask of them. */
final class Instances {
    private static final Pattern VERSION = Pattern.compile("(?m)^sentimentagent_data_version (\\S+)");
    private static final Pattern ROLE = Pattern.compile("\"role\":\"(\\w+)\"");
    private static final Pattern COMPLETED = Pattern.compile("\\] completed in");
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    private Instances() {}

    /** Waits until exactly one of them collects, and returns it. */
    static ServeProcess collector(List<ServeProcess> instances) {
        await().untilAsserted(() -> assertThat(instances).extracting(Instances::role).containsOnlyOnce("collector")
                .isSubsetOf("collector", "standby"));
        return instances.stream().filter(each -> role(each).equals("collector")).findFirst().orElseThrow();
    }

    /** {@code collector} or {@code standby}. */
    static String role(ServeProcess instance) {
        return ROLE.matcher(instance.get("/health").body()).results().map(found -> found.group(1)).findFirst().orElse("");
    }

    /** How many cycles it has completed. */
    static long completed(ServeProcess instance) {
        return COMPLETED.matcher(instance.out()).results().count();
    }

    /** Of the data that it answers from. */
    static double version(ServeProcess instance) {
        return VERSION.matcher(instance.get("/metrics").body()).results().mapToDouble(found -> Double.parseDouble(found.group(1))).sum();
    }

    static Store open(String url) {
        return PostgresqlStore.open(PostgresqlUrl.parse(url), null, RetryPolicy.NEVER, TimeSource.system(), new Random(1));
    }

    static void assertRollupsAreExact(Store store) {
        assertThat(new HashSet<>(store.statistics().recount(EVER))).isEqualTo(new HashSet<>(store.statistics().rollups(EVER).list()));
    }
}
