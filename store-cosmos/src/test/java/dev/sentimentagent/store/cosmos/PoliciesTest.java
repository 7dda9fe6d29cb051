package dev.sentimentagent.store.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoliciesTest {
    @ParameterizedTest
    @EnumSource
    void theDocumentsOfTheDeploymentSayTheSame(Policies policy) throws IOException {
        JsonNode document = new ObjectMapper().readTree(Path.of("../deployment/cosmosdb", policy.container() + "-indexing.json").toFile());
        List<String> included = new ArrayList<>();
        document.get("includedPaths").forEach(path -> included.add(path.get("path").asText()));
        List<List<String>> orders = new ArrayList<>();
        document.get("compositeIndexes").forEach(index -> {
            List<String> order = new ArrayList<>();
            index.forEach(path -> order.add(path.get("path").asText().substring(1)));
            orders.add(order);
        });

        assertThat(included).isEqualTo(policy.indexed().stream().map(property -> "/" + property + "/?").toList());
        assertThat(orders).isEqualTo(policy.orders());
        assertThat(policy.lacks(policy.properties())).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        CosmosContainerProperties bare = new CosmosContainerProperties("items", "/id");
        bare.setIndexingPolicy(new IndexingPolicy().setExcludedPaths(List.of(new ExcludedPath("/*"))));

        assertThat(Policies.ITEMS.lacks(bare).orElseThrow())
                .contains("the partition key /pk", "the index on created_utc", "the index on collected_at",
                        "the composite index on created_utc and fullname")
                .doesNotContain("\n");
    }

    @Test
    void anIndexOnEverythingWillDoButForTheOrders() {
        CosmosContainerProperties usual = new CosmosContainerProperties("items", "/pk");
        usual.setIndexingPolicy(new IndexingPolicy().setIncludedPaths(List.of(new IncludedPath("/*"))));
        assertThat(Policies.ITEMS.lacks(usual).orElseThrow()).doesNotContain("the index on")
                .contains("the composite index on collected_at and fullname");

        usual.getIndexingPolicy().setExcludedPaths(List.of(new ExcludedPath("/created_utc/?")));
        assertThat(Policies.ITEMS.lacks(usual).orElseThrow()).contains("the index on created_utc");
    }
}
