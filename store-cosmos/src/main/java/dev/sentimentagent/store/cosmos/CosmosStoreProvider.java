package dev.sentimentagent.store.cosmos;

import com.azure.cosmos.CosmosClient;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.StoreProvider;
import dev.sentimentagent.model.time.TimeSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Stores in Azure Cosmos DB for NoSQL, which several processes may have open at once. Thread-safe. */
public final class CosmosStoreProvider implements StoreProvider {
    /** For {@link java.util.ServiceLoader}. */
    public CosmosStoreProvider() {}

    @Override
    public String scheme() {
        return "cosmos:";
    }

    @Override
    public Store open(String address, Optional<String> secret, boolean create, RetryPolicy retries, TimeSource time,
            RandomGenerator random) {
        CosmosAddress account = account(address);
        String key = secret.orElseThrow(() -> new StoreException(
                account + " needs a key: set STORE_PASSWORD, or STORE_PASSWORD_FILE to the name of a file with it", false, null));
        CosmosClient client = null;
        try {
            client = CosmosOpening.client(account, key);
            return CosmosOpening.open(client, account, create, retries, time, random, client::close);
        } catch (StoreException e) {
            close(client);
            throw e;
        } catch (RuntimeException e) {
            close(client);
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
            throw new StoreException(account + " cannot be opened: " + why.substring(0, Math.min(300, why.length())), true, e);
        }
    }

    private static CosmosAddress account(String address) {
        try {
            return CosmosAddress.parse(address);
        } catch (IllegalArgumentException e) {
            throw new StoreException("STORE_URL " + e.getMessage(), false, e);
        }
    }

    private static void close(@Nullable CosmosClient client) {
        if (client != null) {
            client.close();
        }
    }
}
