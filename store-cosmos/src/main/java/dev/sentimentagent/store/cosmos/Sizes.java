package dev.sentimentagent.store.cosmos;

import com.azure.cosmos.models.CosmosContainerRequestOptions;
import com.azure.cosmos.models.CosmosContainerResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much room the containers take, as the database tells it: asked for once a minute at most. Thread-safe. */
final class Sizes {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Pattern KILOBYTES = Pattern.compile("(?:^|;)collectionSize=(\\d+)");

    private final List<Documents> containers;
    private long bytes;
    private long askedAt;

    Sizes(List<Documents> containers) {
        this.containers = List.copyOf(containers);
    }

    /** @param guess what to say where the database says nothing */
    synchronized long bytes(LongSupplier guess) {
        if (askedAt == 0 || System.nanoTime() - askedAt > FRESH.toNanos()) {
            long told = containers.stream().mapToLong(Sizes::told).sum();
            bytes = told > 0 ? told : guess.getAsLong();
            askedAt = System.nanoTime();
        }
        return bytes;
    }

    private static long told(Documents documents) {
        CosmosContainerRequestOptions options = new CosmosContainerRequestOptions().setQuotaInfoEnabled(true);
        CosmosContainerResponse response = documents.container().read(options);
        String usage = response.getResponseHeaders().getOrDefault("x-ms-resource-usage", "");
        Matcher size = KILOBYTES.matcher(usage);
        return size.find() ? Long.parseLong(size.group(1)) * 1024 : 0;
    }
}
