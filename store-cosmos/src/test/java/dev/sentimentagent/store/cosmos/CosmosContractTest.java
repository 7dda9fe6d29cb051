package dev.sentimentagent.store.cosmos;

import dev.sentimentagent.store.contract.StoreContract;
import dev.sentimentagent.store.contract.StorePlace;

/** The whole contract against the stand-in; skipped where it cannot be had. */
class CosmosContractTest extends StoreContract {
    @Override
    protected StorePlace newPlace() {
        CosmosAddress address = Fixtures.newDatabase();
        return () -> Fixtures.open(address);
    }
}
