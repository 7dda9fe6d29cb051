package dev.sentimentagent.store.cosmos;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosBatch;
import com.azure.cosmos.models.CosmosBatchResponse;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A container's documents. Each has an {@code id}, unique within its logical partition {@code pk}. Thread-safe. */
final class Documents {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int PAGE = 5000;

    private final CosmosContainer container;
    private final Calls calls;

    Documents(CosmosContainer container, Calls calls) {
        this.container = container;
        this.calls = calls;
    }

    CosmosContainer container() {
        return container;
    }

    /** A document as it is now; its version is in {@code _etag}. */
    Optional<JsonNode> read(String pk, String id) {
        try {
            CosmosItemResponse<JsonNode> response = container.readItem(id, new PartitionKey(pk), JsonNode.class);
            calls.charge(response.getRequestCharge());
            return Optional.of(response.getItem());
        } catch (CosmosException e) {
            calls.charge(e.getRequestCharge());
            if (e.getStatusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Writes a document.
     *
     * @param etag of the version that it takes the place of; null if there must be none yet
     * @return its version
     * @throws Outdated if it is not as expected
     */
    String write(ObjectNode document, @Nullable String etag) {
        PartitionKey pk = new PartitionKey(document.get("pk").asText());
        String id = document.get("id").asText();
        try {
            CosmosItemResponse<ObjectNode> response = etag == null
                    ? container.createItem(document, pk, new CosmosItemRequestOptions())
                    : container.replaceItem(document, id, pk, new CosmosItemRequestOptions().setIfMatchETag(etag));
            calls.charge(response.getRequestCharge());
            return response.getETag();
        } catch (CosmosException e) {
            calls.charge(e.getRequestCharge());
            if (isOutdated(e.getStatusCode())) {
                throw new Outdated(document.get("pk").asText() + "/" + id);
            }
            throw e;
        }
    }

    /** Writes several documents of one logical partition, all or none. */
    List<String> write(CosmosBatch batch, String what) {
        CosmosBatchResponse response = container.executeCosmosBatch(batch);
        calls.charge(response.getRequestCharge());
        if (!response.isSuccessStatusCode()) {
            int status = response.getResults().stream().mapToInt(result -> result.getStatusCode())
                    .filter(code -> code >= 400 && code != 424)
                    .findFirst().orElse(response.getStatusCode());
            if (isOutdated(status)) {
                throw new Outdated(what);
            }
            throw new RefusedBatch(what, status);
        }
        return response.getResults().stream().map(result -> result.getETag() == null ? "" : result.getETag()).toList();
    }

    private static boolean isOutdated(int status) {
        return status == PRECONDITION_FAILED || status == CONFLICT || status == NOT_FOUND;
    }

    void delete(String pk, String id) {
        try {
            calls.charge(container.deleteItem(id, new PartitionKey(pk), new CosmosItemRequestOptions()).getRequestCharge());
        } catch (CosmosException e) {
            calls.charge(e.getRequestCharge());
            if (e.getStatusCode() != NOT_FOUND) {
                throw e;
            }
        }
    }

    /** All documents that are sought in one logical partition. */
    List<JsonNode> query(String pk, Sought sought) {
        return all(sought.where("c.pk = ?", pk), new CosmosQueryRequestOptions().setPartitionKey(new PartitionKey(pk)));
    }

    /** All documents that are sought, of all logical partitions: a fan-out. */
    List<JsonNode> query(Sought sought) {
        return all(sought, new CosmosQueryRequestOptions());
    }

    private List<JsonNode> all(Sought sought, CosmosQueryRequestOptions options) {
        List<JsonNode> found = new ArrayList<>();
        each(sought, options, PAGE, document -> {
            found.add(document);
            return true;
        });
        return found;
    }

    /** Gives those that are sought, of all logical partitions, page by page, until the taker wants no more. */
    void each(Sought sought, int page, Predicate<JsonNode> taker) {
        each(sought, new CosmosQueryRequestOptions(), Math.min(page, PAGE), taker);
    }

    private void each(Sought sought, CosmosQueryRequestOptions options, int page, Predicate<JsonNode> taker) {
        // As many physical partitions at once as there are.
        options.setMaxDegreeOfParallelism(-1);
        for (FeedResponse<JsonNode> part : container.queryItems(sought.spec(), options, JsonNode.class).iterableByPage(page)) {
            calls.charge(part.getRequestCharge());
            for (JsonNode document : part.getResults()) {
                if (!taker.test(document)) {
                    return;
                }
            }
        }
    }

    /** A query's VALUE, as the client hands it over. */
    static long number(JsonNode value) {
        return value.path("_value").asLong();
    }

    /** A number that is counted, of all logical partitions. */
    long count(Sought sought) {
        return query(sought).stream().mapToLong(Documents::number).sum();
    }
}
