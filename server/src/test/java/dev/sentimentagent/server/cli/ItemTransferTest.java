package dev.sentimentagent.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.server.catalogue.Catalogue;
import dev.sentimentagent.store.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Between stores whose rows differ. */
class ItemTransferTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final int ITEMS = 2500;

    private final Store from = new MemoryStore();
    private final Store to = new MemoryStore();

    @Test
    void whatIsTransferredIsTheSameAndCountsTheSame() {
        fill();
        assertThat(new ItemTransfer(from, to).run((_, _) -> {})).isEqualTo(ITEMS - 1);
        assertThat(new ItemTransfer(from, to).difference()).isEmpty();
        Window all = new Window(START, START.plus(Duration.ofDays(9)));
        assertThat(to.items().keys(ItemKind.POST, all))
                .isEqualTo(from.items().keys(ItemKind.POST, all));
        assertThat(to.items().find("t3_p4")).isEqualTo(from.items().find("t3_p4")).isPresent();
        assertThat(to.items().find("t1_c5")).isEqualTo(from.items().find("t1_c5")).isPresent();
        assertThat(to.catalogue().load().tools()).isNotEmpty().isEqualTo(from.catalogue().load().tools());
        assertThat(to.cycles().coverages()).isNotEmpty().isEqualTo(from.cycles().coverages());
        assertThat(to.cycles().gaps(all)).isNotEmpty().isEqualTo(from.cycles().gaps(all));
    }

    @Test
    void oneThatBrokeOffGoesOnAndTheDifferenceIsSeenBefore() {
        fill();
        assertThatThrownBy(() -> new ItemTransfer(from, to).run((items, _) -> {
            if (items == 2000) {
                throw new IllegalStateException("broken off");
            }
        })).hasMessage("broken off");
        assertThat(new ItemTransfer(from, to).difference().orElseThrow()).startsWith("THE COPY HAS OTHER NUMBERS OF ITEMS");
        List<Long> read = new ArrayList<>();
        new ItemTransfer(from, to).run((items, _) -> read.add(items));
        assertThat(read.getLast()).as("what is there is not read again").isLessThan(ITEMS - 1000);
        assertThat(new ItemTransfer(from, to).difference()).isEmpty();
    }

    private void fill() {
        var _ = new Catalogue(from.catalogue(), ToolCatalogue::standard, List.of("Cursor"), TimeSource.system()).current();
        ItemAnalyzer analyzer = ItemAnalyzer.of(SentimentMethod.VADER, ToolCatalogue.standard());
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(analyzer.analyze(item(i, false)));
        }
        from.items().saveAll(Batch.split(items));
        from.items().saveAll(Batch.split(List.of(analyzer.analyze(item(2, true)))));
        from.items().save(new Batch(List.of(), null, new Coverage("Cursor", Listing.NEW, START, START.plusSeconds(9), START),
                new Gap("Cursor", Listing.COMMENTS, START, START.plusSeconds(5), Reason.LISTING_CAP, "cycle_1", START)));
    }

    private static Item item(int number, boolean deleted) {
        Instant created = START.plusSeconds(number * 97L);
        Instant collected = created.plusSeconds(deleted ? 900 : 60);
        String author = number % 50 == 0 ? "AutoModerator" : "user" + number % 70;
        String text = number % 3 == 0 ? "Cursor is great, but Copilot is awful" : "I love it";
        return number % 2 == 0
                ? new Post("p" + number, number % 4 == 0 ? "Cursor" : "aws", author, text, text, "", "/r/x/" + number, created, collected,
                        number, 3,
                        null, deleted)
                : new Comment("c" + number, number % 4 == 1 ? "Cursor" : "aws", author, "p" + (number - 1), "t3_p" + (number - 1), text,
                        "/r/x/" + number, created, collected, 1, null, deleted);
    }
}
