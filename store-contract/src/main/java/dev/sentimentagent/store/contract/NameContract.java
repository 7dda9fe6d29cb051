package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.store.Batch;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Names of subreddits match in any case, and the first spelling is kept. */
abstract class NameContract extends Contract {
    NameContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void spellingsAreOneSubredditUnderTheFirst() {
        save(Sample.post("p1").subreddit("ChatGPTCoding"));
        save(Sample.post("p2").subreddit("chatgptcoding"), Sample.post("p3").subreddit("CHATGPTCODING"));

        assertThat(store.items().subreddits()).containsExactly("ChatGPTCoding");
        assertThat(found("t3_p2").item().subreddit()).isEqualTo("ChatGPTCoding");
        assertThat(store.statistics().rollups(EVER).list()).filteredOn(rollup -> rollup.key().dimension() == Dimension.SUBREDDIT)
                .singleElement()
                .satisfies(rollup -> {
                    assertThat(rollup.key().name()).isEqualTo("ChatGPTCoding");
                    assertThat(rollup.tally().total()).isEqualTo(3);
                });
    }

    @Test
    void spellingsInOneBatchAreOneToo() {
        List<Rollup> deltas = save(Sample.post("p1").subreddit("kiroIDE"), Sample.post("p2").subreddit("KiroIde")).rollups();

        assertThat(deltas).filteredOn(delta -> delta.key().dimension() == Dimension.SUBREDDIT)
                .extracting(delta -> delta.key().name())
                .containsExactly("kiroIDE");
    }

    @Test
    void anySpellingFinds() {
        save(Sample.post("p1").subreddit("OpenAI"), Sample.post("p2").subreddit("aws"));

        assertThat(store.items().recentPosts("openai", T0, 10, null).items()).singleElement()
                .satisfies(post -> assertThat(post.item().id()).isEqualTo("p1"));
        assertThat(tally(Dimension.SUBREDDIT, "OPENAI", EVER).total()).isEqualTo(1);
        assertThat(store.items().recentPosts("elsewhere", T0, 10, null).items()).isEmpty();
        assertThat(tally(Dimension.SUBREDDIT, "elsewhere", EVER).total()).isZero();
    }

    @Test
    void subredditsAreThoseOfWhichAnythingIsStoredSorted() {
        assertThat(store.items().subreddits()).isEmpty();
        Cycle cycle = Cycle.starting(T0, 0);
        store.cycles().open(cycle);
        store.items()
                .save(new Batch(List.of(), new Batch.Progress(cycle.id(), "Empty", 0, List.of()),
                        new Coverage("Empty", Listing.NEW, T0, T0, T0), null));
        save(Sample.post("p1").subreddit("windsurf"), Sample.comment("c1", "p9").subreddit("aws"), Sample.post("p2").subreddit("Bard"));
        save(Sample.post("p3").subreddit("gone").deleted());

        assertThat(store.items().subreddits()).containsExactly("Bard", "aws", "gone", "windsurf");
    }

    @Test
    void reportsCoverageAndGapsUseTheKeptSpellingToo() {
        save(Sample.post("p1").subreddit("JulesAgent"));
        Cycle cycle = Cycle.starting(T0, 0);
        store.cycles().open(cycle);
        for (String name : List.of("julesagent", "JULESAGENT")) {
            store.items()
                    .save(new Batch(List.of(), new Batch.Progress(cycle.id(), name, 1, List.of()),
                            new Coverage(name, Listing.NEW, T0, T0, T0),
                            new Gap(name, Listing.NEW, T0, T0.plusSeconds(60), Reason.LISTING_CAP, cycle.id(), T0)));
        }

        assertThat(store.cycles().recent(1).getFirst().subreddits()).singleElement().satisfies(report -> {
            assertThat(report.subreddit()).isEqualTo("JulesAgent");
            assertThat(report.counts().rejected()).isEqualTo(2);
        });
        assertThat(store.cycles().coverages()).extracting(Coverage::subreddit).containsExactly("JulesAgent");
        assertThat(store.cycles().gaps(EVER)).extracting(Gap::subreddit).containsExactly("JulesAgent");
    }
}
