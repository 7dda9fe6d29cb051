package dev.sentimentagent.store.cosmos;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.azure.cosmos.CosmosClient;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores on the stand-in: one client for all, each in a database of its own. */
final class Fixtures {
    private static @Nullable CosmosClient shared;

    private Fixtures() {}

    /** A database that is not there yet. */
    static CosmosAddress newDatabase() {
        return new CosmosAddress(endpoint(), "t" + UUID.randomUUID());
    }

    static URI endpoint() {
        assumeTrue(StandIn.endpoint().isPresent(), StandIn.why());
        return StandIn.endpoint().orElseThrow();
    }

    static synchronized CosmosClient client() {
        if (shared == null) {
            shared = CosmosOpening.client(new CosmosAddress(endpoint(), "any"), StandIn.KEY);
        }
        return shared;
    }

    static Store open(CosmosAddress address) {
        return open(address, RetryPolicy.NEVER);
    }

    static Store open(CosmosAddress address, RetryPolicy retries) {
        return CosmosOpening.open(client(), address, true, Duration.ofSeconds(2), new Calls(retries, TimeSource.system(), new Random(1)),
                () -> {});
    }
}
