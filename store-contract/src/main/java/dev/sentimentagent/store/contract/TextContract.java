package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.store.Batch;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that is hard to store is cleaned, never refused, and never mangled otherwise. */
abstract class TextContract extends Contract {
    private static final String NUL = "\0";
    private static final String LONE_HIGH = "\uD83D";
    private static final String LONE_LOW = "\uDE00";

    TextContract(Supplier<StorePlace> places) {
        super(places);
    }

    static Stream<String> texts() {
        return Stream.of("", " ", "\n\t\r\n", "it's \"quoted\"; DROP TABLE item; -- %s ? \\", "ünïcödé ﬀ İstanbul", "漢字 العربية हिन्दी",
                "😀👩‍👩‍👧‍👦🏳️‍🌈", "\u0001\u001f\u007f\u0085\u2028\ufeff\uffff", "e\u0301 vs é", "a".repeat(40_000),
                "漢😀".repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anyFitTextIsKeptAsItIs(String text) {
        save(Sample.post("p1").title(text).body(text).author(text), Sample.comment("c1", "p1").body(text));

        assertThat(found("t3_p1")).isEqualTo(Sample.post("p1").title(text).body(text).author(text).scored());
        assertThat(found("t1_c1").item().text()).isEqualTo(text);
    }

    @Test
    void unfitTextIsCleaned() {
        String dirty = "a" + NUL + "b" + LONE_HIGH + "c" + LONE_LOW + "😀" + LONE_HIGH;
        save(Sample.post("p1").title(dirty).body(dirty).author(dirty));

        String clean = "ab\uFFFDc\uFFFD😀\uFFFD";
        assertThat(found("t3_p1").item()).isInstanceOfSatisfying(Post.class, post -> {
            assertThat(post.title()).isEqualTo(clean);
            assertThat(post.content()).isEqualTo(clean);
            assertThat(post.author()).isEqualTo(clean);
        });
        assertThat(save(Sample.post("p1").title(dirty).body(dirty).author(dirty)).unchanged()).isEqualTo(1);
    }

    @Test
    void unfitIdsAndNamesAreCleanedAndFoundByEitherForm() {
        Sample dirty = Sample.post("p" + NUL + "1" + LONE_LOW).subreddit("Cur" + NUL + "sor").tools("too" + NUL + "l");
        save(dirty);

        assertThat(found(dirty.fullname())).isEqualTo(found("t3_p1\uFFFD"));
        assertThat(found("t3_p1\uFFFD").toolIds()).containsExactly("tool");
        assertThat(known(dirty.fullname())).containsExactly(dirty.fullname());
        assertThat(store.items().subreddits()).containsExactly("Cursor");
        assertThat(store.items().recentPosts("cur" + NUL + "sor", T0, 10, null).items()).hasSize(1);
        assertThat(store.items().recentPosts("cursor", T0, 10, null).items()).hasSize(1);
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Rollups.of(store.statistics().recount(EVER)));
    }

    @Test
    void unfitIncidentsAreCleaned() {
        Cycle cycle = Cycle.starting(T0, 0);
        store.cycles().open(cycle);
        store.items()
                .save(new Batch(List.of(),
                        new Batch.Progress(cycle.id(), "Cursor", 1, List.of(new Incident(Reason.OTHER, LONE_HIGH + "…", 1))), null, null));

        assertThat(store.cycles().recent(1).getFirst().subreddits().getFirst().incidents())
                .containsExactly(new Incident(Reason.OTHER, "\uFFFD…", 1));
    }
}
