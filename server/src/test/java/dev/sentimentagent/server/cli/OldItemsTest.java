package dev.sentimentagent.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.reddit.DumpBlock;
import dev.sentimentagent.reddit.DumpLine;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OldItemsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");

    @Test
    void whatTheServiceWillNotKeepIsTold() {
        OldItems old = new OldItems(Optional.of(Duration.ofDays(90)), NOW);
        old.committed(batch(NOW.minus(Duration.ofDays(90)), NOW), result());
        assertThat(old.remark()).isEmpty();
        old.committed(batch(NOW.minus(Duration.ofDays(90)).minusSeconds(1), NOW), result());
        assertThat(old.remark()).hasValueSatisfying(
                line -> assertThat(line).startsWith("1 of them are older than 90 days").contains("DATA_RETENTION_DAYS")
                        .doesNotContain("\n"));
    }

    @Test
    void whereAllIsKeptThereIsNothingToTell() {
        OldItems old = new OldItems(Optional.empty(), NOW);
        old.committed(batch(Instant.EPOCH.plusSeconds(1)), result());
        assertThat(old.remark()).isEmpty();
    }

    private static BatchResult result() {
        return new BatchResult(1, 0, 0, List.of(), 1);
    }

    private static Batch batch(Instant... created) {
        ItemAnalyzer analyzer = ItemAnalyzer.of(SentimentMethod.VADER, ToolCatalogue.standard());
        StringBuilder lines = new StringBuilder();
        for (Instant instant : created) {
            lines.append("{\"id\":\"a\",\"subreddit\":\"aws\",\"title\":\"T\",\"created_utc\":").append(instant.getEpochSecond())
                    .append("}\n");
        }
        List<ScoredItem> items = DumpBlock.of(lines.toString().getBytes(StandardCharsets.UTF_8), ItemKind.POST)
                .parse()
                .stream()
                .map(line -> analyzer.analyze(((DumpLine.Parsed) line).item()))
                .toList();
        return Batch.of(items);
    }
}
