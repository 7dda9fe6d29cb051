package dev.sentimentagent.store.cosmos;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosDatabase;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.GatewayConnectionConfig;
import com.azure.cosmos.ThrottlingRetryOptions;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Opens stores: makes what is missing, and looks whether what is there is as it must be. */
final class CosmosOpening {
    private static final int NOT_FOUND = 404;
    /** The client obeys 429 and waits as long as the server says; what lasts longer than this is told to the caller. */
    private static final ThrottlingRetryOptions PATIENCE = new ThrottlingRetryOptions().setMaxRetryAttemptsOnThrottledRequests(9)
            .setMaxRetryWaitTime(Duration.ofSeconds(30));

    private CosmosOpening() {}

    static CosmosClient client(CosmosAddress address, String key) {
        CosmosClientBuilder builder = new CosmosClientBuilder().endpoint(address.endpoint().toString())
                .key(key)
                .gatewayMode(new GatewayConnectionConfig())
                .throttlingRetryOptions(PATIENCE)
                .contentResponseOnWriteEnabled(false)
                .userAgentSuffix("sentimentagent");
        if (address.onThisMachine()) {
            // An emulator or stand-in: it names addresses of itself at which it cannot be reached.
            builder.endpointDiscoveryEnabled(false);
            if ("http".equals(address.endpoint().getScheme())) {
                System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
            }
        }
        return builder.buildClient();
    }

    /** @param create whether database, containers and head are made where they are missing */
    static Store open(CosmosClient client, CosmosAddress address, boolean create, RetryPolicy retries, TimeSource time,
            RandomGenerator random,
            Runnable closing) {
        return open(client, address, create, Writer.PATIENCE, new Calls(retries, time, random), closing);
    }

    static Store open(CosmosClient client, CosmosAddress address, boolean create, Duration patience, Calls calls, Runnable closing) {
        return calls.call("open", () -> {
            if (create) {
                client.createDatabaseIfNotExists(address.database());
            }
            CosmosDatabase database = client.getDatabase(address.database());
            Documents items = new Documents(container(database, Policies.ITEMS, create), calls);
            Documents records = new Documents(container(database, Policies.RECORDS, create), calls);
            Heads heads = new Heads(records);
            if (create) {
                heads.create();
            }
            Head head = heads.read().head();
            if (head.schema > Head.SCHEMA) {
                throw new StoreException("the documents of " + address + " are of version " + head.schema + ", this program knows "
                        + Head.SCHEMA + ": start the newer program again", false, null);
            }
            Access access = new Access(calls, items, new Records(records), heads, new Writer(items, records, heads, patience), null);
            return new CosmosStore(access, new Sizes(List.of(items, records)), closing);
        });
    }

    private static CosmosContainer container(CosmosDatabase database, Policies policy, boolean create) {
        if (create) {
            database.createContainerIfNotExists(policy.properties());
        }
        CosmosContainer container = database.getContainer(policy.container());
        try {
            policy.lacks(container.read().getProperties()).ifPresent(lacking -> {
                throw new StoreException("container " + policy.container() + " lacks " + lacking
                        + ": give it the indexing policy of deployment/cosmosdb/" + policy.container() + "-indexing.json", false, null);
            });
        } catch (CosmosException e) {
            if (e.getStatusCode() == NOT_FOUND) {
                throw new StoreException("there is no container " + policy.container() + " in database " + database.getId()
                        + ": the first start of the service makes it", false, e);
            }
            throw e;
        }
        return container;
    }
}
