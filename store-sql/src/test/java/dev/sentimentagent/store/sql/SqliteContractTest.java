package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.contract.StoreContract;
import dev.sentimentagent.store.contract.StorePlace;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    protected StorePlace newPlace() {
        Path file = folder.resolve("data/store.db");
        return () -> SqliteStore.open(file, RetryPolicy.NEVER, TimeSource.system(), new Random(1));
    }
}
