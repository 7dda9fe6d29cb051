package dev.sentimentagent.store.memory;

import dev.sentimentagent.store.contract.StoreContract;
import dev.sentimentagent.store.contract.StorePlace;

class MemoryContractTest extends StoreContract {
    @Override
    protected StorePlace newPlace() {
        MemoryStore first = new MemoryStore();
        return first::openAgain;
    }
}
