package dev.sentimentagent.store.cosmos;

import com.azure.cosmos.models.CompositePath;
import com.azure.cosmos.models.CompositePathSortOrder;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingMode;
import com.azure.cosmos.models.IndexingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the containers must be like: the same as {@code deployment/cosmosdb/}, which a test holds. Only what is queried is indexed: an index of all
 * would cost more than the rest of a write.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of
enum Policies {
    ITEMS("items",
            List.of("pk", "t", "kind", "sub", "created_utc", "collected_at", "fullname", "deleted", "bot", "thread", "tools/[]",
                    "sentiment",
                    "method", "version", "day", "v", "first"),
            List.of(List.of("created_utc", "fullname"), List.of("collected_at", "fullname"))), RECORDS("records",
                    List.of("pk", "started", "status", "succeeded", "until", "seq", "target", "subject", "action", "version"), List.of());

    static final String PARTITION_KEY = "/pk";

    private final String container;
    private final List<String> indexed;
    /** Properties by which lists are ordered together. */
    private final List<List<String>> orders;

    Policies(String container, List<String> indexed, List<List<String>> orders) {
        this.container = container;
        this.indexed = indexed;
        this.orders = orders;
    }

    String container() {
        return container;
    }

    List<String> indexed() {
        return indexed;
    }

    List<List<String>> orders() {
        return orders;
    }

    CosmosContainerProperties properties() {
        IndexingPolicy policy = new IndexingPolicy().setIndexingMode(IndexingMode.CONSISTENT).setAutomatic(true);
        policy.setIncludedPaths(indexed.stream().map(property -> new IncludedPath("/" + property + "/?")).toList());
        policy.setExcludedPaths(List.of(new ExcludedPath("/*")));
        policy.setCompositeIndexes(orders.stream().map(Policies::composite).toList());
        return new CosmosContainerProperties(container, PARTITION_KEY).setIndexingPolicy(policy);
    }

    private static List<CompositePath> composite(List<String> properties) {
        List<CompositePath> paths = new ArrayList<>();
        for (String property : properties) {
            paths.add(new CompositePath().setPath("/" + property).setOrder(CompositePathSortOrder.ASCENDING));
        }
        return paths;
    }

    /** What a container lacks of it, in one line; empty if nothing. */
    Optional<String> lacks(CosmosContainerProperties real) {
        List<String> missing = new ArrayList<>();
        List<String> keys = real.getPartitionKeyDefinition().getPaths();
        if (!keys.equals(List.of(PARTITION_KEY))) {
            missing.add("the partition key " + PARTITION_KEY + " (it has " + String.join(", ", keys) + ")");
        }
        IndexingPolicy policy = real.getIndexingPolicy();
        if (policy.getIndexingMode() != IndexingMode.CONSISTENT) {
            missing.add("the indexing mode consistent");
        }
        List<String> included = policy.getIncludedPaths().stream().map(IncludedPath::getPath).toList();
        List<String> excluded = policy.getExcludedPaths().stream().map(ExcludedPath::getPath).toList();
        for (String property : indexed) {
            String path = "/" + property + "/";
            boolean by = included.contains(path + "?") || included.contains(path + "*");
            boolean not = excluded.contains(path + "?") || excluded.contains(path + "*");
            if (!by && (not || !included.contains("/*"))) {
                missing.add("the index on " + property);
            }
        }
        for (List<String> order : orders) {
            if (policy.getCompositeIndexes().stream().noneMatch(index -> isSame(index, order))) {
                missing.add("the composite index on " + String.join(" and ", order));
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", missing));
    }

    /** Backwards it serves as well. */
    private static boolean isSame(List<CompositePath> index, List<String> order) {
        return index.stream().map(path -> path.getPath().substring(1)).toList().equals(order)
                && index.stream().map(CompositePath::getOrder).distinct().count() == 1;
    }
}
