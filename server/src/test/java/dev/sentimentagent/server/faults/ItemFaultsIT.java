package dev.sentimentagent.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.standin.Malformation;
import dev.sentimentagent.standin.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items that are not as Reddit documents them, one in seven, among others that are. */
class ItemFaultsIT extends FaultFixture {
    private static final int EVERY = 7;
    private static final int PAGE = 100;

    /** What an item cannot be without: it is rejected, its page is not, and the next cycle gets it if it is well by then. */
    @ParameterizedTest
    @CsvSource({
            "MISSING_FIELD, created_utc, missing_field",
            "MISSING_FIELD, subreddit, missing_field",
            "NULL_FIELD, created_utc, missing_field",
            "WRONG_TYPE, id, wrong_type",
            "WRONG_TYPE, created_utc, wrong_type",
            "WRONG_TYPE, subreddit, wrong_type",
            "OVERSIZED, '', oversized",
            "NOT_AN_OBJECT, '', missing_field"})
    void oneThatCannotBeUnderstoodCostsNeitherItsPageNorItself(Malformation how, String field, String reason) {
        int spoilt = spoiltOf(ItemKind.POST) + spoiltOf(ItemKind.COMMENT);
        standIn.faults().add(FaultRule.untilCleared(Match.subreddit("Cursor"), new Fault.MalformedItems(how, field, EVERY)));

        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("completed");
        assertThat(cycle.count("Cursor", "rejected")).isEqualTo(spoilt);
        assertThat(cycle.errors("Cursor", reason)).isEqualTo(spoilt);
        assertThat(cycle.errors().keySet()).containsExactly("Cursor");
        Set<String> expected = shown("Cursor", "kiroIDE");
        assertThat(stored()).isSubsetOf(expected).hasSizeBetween(expected.size() - spoilt, expected.size() - spoilt + 3);
        // One line a listing, however many items it concerns.
        assertThat(complaints.all()).hasSize(2).allSatisfy(complaint -> {
            assertThat(complaint.subreddit()).isEqualTo("Cursor");
            assertThat(complaint.text()).contains(" rejected {" + reason + "=", "; the other items are kept");
        });
        assertHealth(200, "healthy", 1, 0);

        standIn.faults().clear();
        later(Duration.ofMinutes(30));
        collectWhole();
        assertThat(stored()).containsAll(shown("Cursor", "kiroIDE"));
    }

    /** Where a listing is read from the top down to what is known, an item further down must be looked for again all the same. */
    @Test
    void oneBelowTheFirstPageIsNotForgotten() {
        standIn.faults().add(
                FaultRule.everyNth(
                        3, Match.path("/r/Cursor/comments"), new Fault.MalformedItems(Malformation.MISSING_FIELD, "body", EVERY)));
        assertThat(collect().count("Cursor", "rejected")).isPositive();
        standIn.faults().clear();
        later(Duration.ofMinutes(30));
        collectWhole();
        assertThat(stored()).containsAll(shown("Cursor", "kiroIDE"));
    }

    /** What an item can be without: it is taken with what there is, and corrected when it is seen well again. */
    @ParameterizedTest
    @CsvSource({
            "MISSING_FIELD, author",
            "MISSING_FIELD, permalink",
            "MISSING_FIELD, id",
            "NULL_FIELD, id",
            "NULL_FIELD, score",
            "NULL_FIELD, num_comments",
            "WRONG_TYPE, score",
            "WRONG_TYPE, num_comments",
            "WRONG_TYPE, edited",
            "WRONG_TYPE, url",
            "NUL_AND_LONE_SURROGATE, ''"})
    void oneThatIsOddIsTakenAsItIsAndCorrectedLater(Malformation how, String field) {
        standIn.faults().add(FaultRule.untilCleared(Match.ANY, new Fault.MalformedItems(how, field, EVERY)));
        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("completed");
        assertThat(cycle.errors()).isEmpty();
        assertThat(complaints.all()).isEmpty();
        assertThat(cycle.count("rejected")).isZero();
        assertThat(stored()).isEqualTo(shown("Cursor", "kiroIDE"));

        standIn.faults().clear();
        later(Duration.ofHours(1));
        CycleReport next = collect();
        assertThat(next.status()).isEqualTo("completed");
        assertThat(stored()).containsAll(shown("Cursor", "kiroIDE"));
        assertStoredAsShown(listed("Cursor", "kiroIDE").filter(item -> item.kind() == ItemKind.POST).toList());
    }

    /** NUL and half a surrogate pair go, all else of the text stays, on its way through store and API. */
    @Test
    void textThatCannotBeStoredIsCleanedAndServed() {
        String spoilt = world.newest("kiroIDE", ItemKind.POST, reddit.instant(), PAGE).getFirst();
        standIn.faults().add(
                FaultRule.next(1, Match.path("/r/kiroIDE/new"), new Fault.MalformedItems(Malformation.NUL_AND_LONE_SURROGATE, "", 1000)));
        collect();
        Snapshot.PostSnapshot shown = (Snapshot.PostSnapshot) world.state(spoilt, reddit.instant()).orElseThrow();
        assertThat(looks(spoilt)).get().extracting(Looks::text).asString().startsWith(shown.title() + "\n").endsWith(shown.text())
                .doesNotContain("\0", "\ud83d");
        assertThat(json("/api/v1/posts/" + shown.id()).get("content").asString()).endsWith(shown.text());
        later(Duration.ofMinutes(30));
        collectWhole();
        assertThat(looks(spoilt)).contains(Looks.of(world.state(spoilt, reddit.instant()).orElseThrow()));
    }

    /** An item that is malformed for good is told of whenever it is met, and stops nothing. */
    @Test
    void oneThatStaysMalformedStopsNothing() {
        List<String> newest = world.newest("kiroIDE", ItemKind.POST, reddit.instant(), PAGE);
        standIn.faults().add(
                FaultRule.untilCleared(
                        Match.path("/r/kiroIDE/new"), new Fault.MalformedItems(Malformation.MISSING_FIELD, "title", 1000)));
        for (int cycle = 0; cycle < 3; cycle++) {
            assertThat(collect().count("kiroIDE", "rejected")).isEqualTo(1);
            assertThat(complaints.all()).singleElement().satisfies(one -> assertThat(one.text()).isEqualTo(
                    "r/kiroIDE new: 1 rejected {missing_field=1}, the first: " + newest.getFirst()
                            + ": title is missing or null; the other items are kept"));
            assertThat(looks(newest.getFirst())).isEmpty();
            assertThat(newest.subList(1, newest.size())).allSatisfy(name -> assertThat(looks(name)).isPresent());
        }
    }

    /** The first of every seven on each page, gone ones included. */
    private int spoiltOf(ItemKind kind) {
        int items = world.newest("Cursor", kind, reddit.instant(), standInSettings().listingCap()).size();
        int spoilt = 0;
        for (int from = 0; from < items; from += PAGE) {
            spoilt += (Math.min(PAGE, items - from) + EVERY - 1) / EVERY;
        }
        return spoilt;
    }

    /** Reddit has changed its format, and nothing is understood any more. */
    @Test
    void aFormatThatIsNotUnderstoodIsToldOfAndMadeUpForOnceItIs() {
        collect();
        later(Duration.ofMinutes(50));
        standIn.faults().add(FaultRule.untilCleared(Match.ANY, new Fault.MalformedItems(Malformation.MISSING_FIELD, "created_utc", 1)));
        for (int failed = 1; failed <= 2; failed++) {
            CycleReport cycle = collect();
            assertThat(cycle.status()).isEqualTo("failed");
            assertThat(cycle.errors().keySet()).containsExactlyInAnyOrder("Cursor", "kiroIDE");
            assertThat(cycle.errors("Cursor", "malformed")).isEqualTo(2);
            assertThat(cycle.errors().get("Cursor")).as("a line for a fault, not for an item").hasSizeLessThan(6);
            assertHealth(200, "degraded", 1, failed);
            later(Duration.ofMinutes(50));
        }

        standIn.faults().clear();
        assertThat(collect().status()).isEqualTo("completed");
        assertThat(stored()).containsAll(shown("Cursor", "kiroIDE"));
    }
}
