package dev.sentimentagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Window AN_HOUR = Window.ending(History.END.minus(Duration.ofHours(5)), Duration.ofHours(1));

    private static List<Item> items(long seed, int days, Window window) {
        History history = new History(seed, days);
        return List.of(ItemKind.values()).stream().flatMap(kind -> history.items(kind, window)).toList();
    }

    @Test
    void theSameSeedGivesTheSameItemsAndAnotherOneOthers() {
        List<Item> items = items(1, 9, AN_HOUR);

        assertThat(items).isNotEmpty().isEqualTo(items(1, 9, AN_HOUR));
        assertThat(items).doesNotContainAnyElementsOf(items(2, 9, AN_HOUR));
    }

    @Test
    void aLongerHistoryHoldsWhatAShorterOneDoes() {
        assertThat(items(1, 30, AN_HOUR)).isEqualTo(items(1, 9, AN_HOUR));
    }

    @Test
    void aDayHasTheNumberAndLengthOfItemsThatTheSystemBeforeCollected() {
        List<Item> items = items(1, 9, Window.ending(History.END, Duration.ofDays(1)));
        List<Item> comments = items.stream().filter(Comment.class::isInstance).toList();

        assertThat(items.size() - comments.size()).isBetween(1_500, 3_000);
        assertThat(comments).hasSizeBetween(9_000, 19_000);
        assertThat(comments.stream().mapToInt(comment -> comment.text().length()).average().orElse(0)).isBetween(250.0, 350.0);
        assertThat(items).allMatch(item -> !item.collectedAt().isBefore(item.createdUtc()));
    }

    @Test
    void anItemIsCollectedAtTheFirstCollectionAfterItWasMade() {
        Instant last = History.END;
        assertThat(History.collectedAfter(last.minusSeconds(1))).isEqualTo(last);
        assertThat(History.collectedAfter(last.minus(History.INTERVAL).plusSeconds(1))).isEqualTo(last);
        assertThat(History.collectedAfter(last.minus(History.INTERVAL).minusSeconds(1))).isEqualTo(last.minus(History.INTERVAL));
    }
}
