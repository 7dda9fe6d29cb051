package dev.sentimentagent.model.store;

import dev.sentimentagent.model.time.TimeSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Opens stores of a kind that is not part of the program: found by {@link java.util.ServiceLoader} where its jars are. Thread-safe. */
public interface StoreProvider {
    /** With what its addresses begin, such as {@code cosmos:}. */
    String scheme();

    /**
     * Opens the store of an address.
     *
     * @param address without the scheme
     * @param secret what it is opened with, if one is set; it stands in no message
     * @param create whether what is missing there is made, such as containers; else a store that is not there is an error
     * @throws StoreException if it cannot be opened, or the address is not one of its own
     */
    Store open(String address, Optional<String> secret, boolean create, RetryPolicy retries, TimeSource time, RandomGenerator random);
}
