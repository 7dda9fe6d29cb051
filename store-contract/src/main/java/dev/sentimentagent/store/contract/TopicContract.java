package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.store.StoreException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Trending topics. */
abstract class TopicContract extends Contract {
    TopicContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void topicsAreReadBackAsTheyWereStored() {
        Topic topic = new Topic("t1", List.of("p3", "p1", "p2"), "Pricing: \"new\" plans 😀", List.of("price", "rate limit", "a,b\nc"),
                12.345678901234567, new Tally(3, 2, 1, -777, 88_888), T0.plusSeconds(5), T0.plusMillis(999));
        store.topics().replace(List.of(topic));

        assertThat(store.topics().topics(10)).containsExactly(topic);
    }

    @Test
    void aTopicMayHaveNothingInIt() {
        Topic topic = new Topic("t1", List.of(), "", List.of(), 0, Tally.ZERO, T0, T0);
        store.topics().replace(List.of(topic));

        assertThat(store.topics().topics(10)).containsExactly(topic);
    }

    @Test
    void newTopicsTakeThePlaceOfAllOthers() {
        assertThat(store.topics().topics(10)).isEmpty();
        store.topics().replace(List.of(topic("a", 1), topic("b", 2)));
        store.topics().replace(List.of(topic("b", 3), topic("c", 1)));
        assertThat(store.topics().topics(10)).containsExactly(topic("b", 3), topic("c", 1));

        store.topics().replace(List.of());
        assertThat(store.topics().topics(10)).isEmpty();
    }

    @Test
    void topicsAreTheFastestFirstThenById() {
        store.topics().replace(List.of(topic("b", 1), topic("d", 5.5), topic("a", 1), topic("c", 5.25)));

        assertThat(store.topics().topics(10)).extracting(Topic::id).containsExactly("d", "c", "a", "b");
        assertThat(store.topics().topics(2)).extracting(Topic::id).containsExactly("d", "c");
    }

    @Test
    void aReplacementThatFailsLeavesTheStoredOnes() {
        store.topics().replace(List.of(topic("a", 1)));

        assertThatThrownBy(() -> store.topics().replace(List.of(topic("b", 1), topic("b", 2)))).isInstanceOf(StoreException.class);
        assertThat(store.topics().topics(10)).containsExactly(topic("a", 1));
    }

    @Test
    void otherTopicsAreAnotherVersionOfTheData() {
        long version = store.dataVersion();
        store.topics().replace(List.of(topic("a", 1)));

        assertThat(store.dataVersion()).isEqualTo(version + 1);
    }

    private static Topic topic(String id, double velocity) {
        return new Topic(id, List.of("p" + id, "q" + velocity), "About " + id, List.of("k" + id), velocity,
                new Tally(1, 0, 0, 5000, 25_000_000), T0,
                T0);
    }
}
