package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.contract.StoreContract;
import dev.sentimentagent.store.contract.StorePlace;
import java.util.Random;

class PostgresqlContractTest extends StoreContract {
    @Override
    protected StorePlace newPlace() {
        PostgresqlUrl url = PostgresqlFixtures.newDatabase();
        return () -> PostgresqlStore.open(url, null, RetryPolicy.NEVER, TimeSource.system(), new Random(1));
    }
}
