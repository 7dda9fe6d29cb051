package dev.sentimentagent.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.standin.StandInSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Listings that end too early, repeat themselves, or bring up what is long gone by. */
class ListingFaultsIT extends FaultFixture {
    private static final int CAP = 150;

    @Override
    StandInSettings standInSettings() {
        return StandInSettings.DEFAULT.withListingCap(CAP);
    }

    @Override
    String subreddits() {
        return "Cursor";
    }

    /** Reddit's cap ends the listing before it joins what is stored: what lies between is known to be unknown. */
    @Test
    void aListingThatEndsAtTheCapLeavesAGap() {
        collectWhole();
        Instant covered = reddit.instant();
        assertThat(json("/api/v1/gaps").get("count").asInt()).as("before the first cycle nothing is missed").isZero();

        later(Duration.ofDays(6));
        CycleReport cycle = collectWhole();
        JsonNode gaps = json("/api/v1/gaps").get("gaps");
        assertThat(gaps).hasSize(2);
        for (ItemKind kind : ItemKind.values()) {
            String listing = kind == ItemKind.POST ? "new" : "comments";
            List<String> shown = world.newest("Cursor", kind, reddit.instant(), CAP);
            Instant oldest = world.state(shown.getLast(), reddit.instant()).orElseThrow().createdUtc();
            JsonNode gap = gaps.valueStream().filter(each -> each.get("listing").asString().equals(listing)).findFirst().orElseThrow();
            assertThat(Instant.parse(gap.get("from").asString())).isBetween(covered.minus(Duration.ofHours(4)), covered);
            assertThat(Instant.parse(gap.get("to").asString())).isEqualTo(oldest);
            assertThat(gap.get("reason").asString()).isEqualTo("listing_cap");
            assertThat(gap.get("cycle_id").asString()).isEqualTo(cycle.id());
        }
        assertThat(collectedAt(covered.plus(Duration.ofHours(12)))).as("in both gaps").isFalse();
        assertThat(collectedAt(reddit.instant().minus(Duration.ofMinutes(90)))).isTrue();
        assertThat(collectedAt(covered.minus(Duration.ofHours(3)))).isTrue();
        assertHealth(200, "healthy", 2, 0);

        later(Duration.ofMinutes(30));
        collectWhole();
        assertThat(json("/api/v1/gaps").get("count").asInt()).as("joined again").isEqualTo(2);
    }

    private boolean collectedAt(Instant moment) {
        return json("/api/v1/sentiment/trends?hours=168&granularity=hour").get("trend_data").valueStream()
                .filter(bucket -> !moment.isBefore(Instant.parse(bucket.get("start").asString()))
                        && moment.isBefore(Instant.parse(bucket.get("end").asString())))
                .findFirst().orElseThrow().get("collected").asBoolean();
    }

    /** Old items on top of the first page hide neither the new ones below them nor where the listing was left. */
    @Test
    void oldItemsThatResurfaceAreNotTakenForNew() {
        collectWhole();
        later(Duration.ofHours(12));
        standIn.faults().add(FaultRule.untilCleared(Match.path("/r/"), new Fault.ResurfacedItems(5)));
        var before = stored();
        CycleReport cycle = collectWhole();
        assertThat(cycle.count("stored")).isEqualTo(stored().size() - before.size()).isGreaterThan(100);
        assertThat(json("/api/v1/gaps").get("count").asInt()).isZero();

        var now = stored();
        later(Duration.ofMinutes(30));
        assertThat(collectWhole().requests()).as("the end of what is new is found on the first pages").isLessThan(6);
        assertThat(stored()).containsAll(now);
        assertThat(json("/api/v1/posts/recent?hours=2160&limit=1000")).as("once each").hasSize(posts(stored()));
    }

    /** Pages without end that are all the same: the reading is broken off, and done again in the next cycle. */
    @Test
    void aPageThatRepeatsForEverEndsTheReading() {
        standIn.faults().add(FaultRule.untilCleared(Match.path("/r/Cursor/comments"), new Fault.RepeatedPage()));
        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("failed");
        assertThat(cycle.errors().get("Cursor")).containsExactly("repeated_page: comments: Reddit gives the same page again");
        assertThat(complaints.all()).singleElement().satisfies(
                one -> assertThat(one.text()).startsWith("r/Cursor not collected (repeated_page): "));
        assertThat(cycle.requests()).isLessThan(8);
        assertThat(stored()).as("what the page held is kept").hasSizeBetween(posts(stored()) + 90, posts(stored()) + 100);
        assertHealth(200, "degraded", 0, 1);

        standIn.faults().clear();
        later(Duration.ofMinutes(30));
        collectWhole();
        assertThat(stored()).containsAll(shown("Cursor"));
    }

    /** An empty page amidst the listing is not its end, unless it stays so. */
    @Test
    void aListingThatEndsInAnEmptyPageIsReadAgain() {
        collectWhole();
        later(Duration.ofHours(12));
        standIn.faults().add(FaultRule.everyNth(2, Match.path("/r/Cursor/comments"), new Fault.EmptyListing()));
        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("failed");
        assertThat(cycle.errors("Cursor", "empty_page")).isEqualTo(1);
        assertThat(complaints.all()).singleElement().satisfies(
                one -> assertThat(one.text()).isEqualTo("r/Cursor not collected (empty_page): comments: there was more before"));
        assertThat(json("/api/v1/gaps").get("count").asInt()).isZero();

        standIn.faults().clear();
        later(Duration.ofMinutes(30));
        assertThat(collectWhole().count("stored")).isGreaterThan(20);
        assertThat(json("/api/v1/gaps").get("count").asInt()).isZero();
    }

    /** If it stays so, what lies below is a gap. */
    @Test
    void aListingThatKeepsEndingInAnEmptyPageLeavesAGap() {
        collectWhole();
        later(Duration.ofHours(12));
        standIn.faults().add(FaultRule.everyNth(2, Match.path("/r/Cursor/comments"), new Fault.EmptyListing()));
        assertThat(collect().errors("Cursor", "empty_page")).isEqualTo(1);
        later(Duration.ofMinutes(30));
        assertThat(collect().status()).isEqualTo("completed");
        assertThat(json("/api/v1/gaps").get("gaps")).singleElement().satisfies(
                gap -> assertThat(gap.get("listing").asString()).isEqualTo("comments"));
    }

    private static int posts(Iterable<String> fullnames) {
        int posts = 0;
        for (String fullname : fullnames) {
            posts += fullname.startsWith(ItemKind.POST.prefix()) ? 1 : 0;
        }
        return posts;
    }
}
