package dev.sentimentagent.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.Malformation;
import dev.sentimentagent.standin.Snapshot;
import dev.sentimentagent.standin.World;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known changes on Reddit: it is deleted, edited and voted on; and the requests that are to find that out fail. */
class RefreshFaultsIT extends FaultFixture {
    @Override
    String subreddits() {
        return "OpenAI,claude,Cursor,ChatGPTCoding";
    }

    /** Busy enough for a refresh of several requests. */
    @Override
    World world() {
        return new GeneratedWorld(7, 2, START.minus(Duration.ofDays(1)));
    }

    /** A day of it, in steps as long as comments are looked for further back than an age that they pass. */
    @Test
    void whatWasDeletedIsScrubbedAndWhatWasEditedIsScoredAgain() {
        Duration step = Duration.ofHours(6);
        collectWhole();
        Set<ItemKind> gone = EnumSet.noneOf(ItemKind.class);
        Set<ItemKind> edited = EnumSet.noneOf(ItemKind.class);
        for (int cycle = 0; cycle < 4; cycle++) {
            Set<String> known = stored();
            Set<String> plain = due(known, step).filter(item -> item.editedAt() == null).map(Snapshot::fullname)
                    .collect(Collectors.toSet());
            later(step);
            collectWhole();
            assertDueIsAsShown(known, step);
            due(known, step).filter(Snapshot::gone).forEach(item -> {
                assertThat(stored()).doesNotContain(item.fullname());
                gone.add(item.kind());
            });
            due(plain, step).filter(item -> item.editedAt() != null && !item.gone()).forEach(item -> edited.add(item.kind()));
        }
        assertThat(gone).as("the world has such items").containsExactly(ItemKind.values());
        assertThat(edited).as("the world has such items").containsExactly(ItemKind.values());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(new Fault.ServerError(502), "server_error", 9),
                arguments(new Fault.HtmlInsteadOfJson(), "malformed", 3),
                arguments(new Fault.ResetInBody(), "unreachable", 3),
                arguments(new Fault.Hang(), "timed_out", 3),
                arguments(new Fault.RateLimited(null), "rate_limited", 3));
    }

    /** The listings arrive, the state of known items does not: told of once, broken off soon, made up for by the next cycle. */
    @ParameterizedTest
    @MethodSource("faults")
    void aRefreshThatFailsIsMadeUpFor(Fault fault, String reason, int requests) {
        collectWhole();
        Set<String> known = stored();
        later(Duration.ofHours(3));
        standIn.faults().add(FaultRule.untilCleared(Match.path("/api/info"), fault));
        CycleReport cycle = collect();
        assertThat(cycle.status()).isEqualTo("partial");
        assertThat(cycle.errors().keySet()).containsExactlyInAnyOrder(subreddits().split(","));
        assertThat(cycle.errors().get("claude")).singleElement().asString().startsWith(reason + ": info: ");
        assertThat(cycle.errors("claude", reason)).as("items that were missed").isGreaterThan(5);
        assertThat(complaints.all()).singleElement().satisfies(
                one -> assertThat(one.text()).matches("\\d+ known items not refreshed \\(" + reason + "\\): info: .*"));
        assertThat(standIn.faults().active()).singleElement().satisfies(rule -> assertThat(rule.struck()).isEqualTo(requests));
        assertThat(stored()).containsAll(shown(subreddits().split(",")));
        assertHealth(200, "healthy", 2, 0);

        standIn.faults().clear();
        later(Duration.ofHours(3));
        collectWhole();
        assertDueIsAsShown(known, Duration.ofHours(6));
    }

    /** Of an answer that is in part not as documented the rest is used, and the missing items are told of. */
    @Test
    void itemsThatAreNotUnderstoodDoNotKeepTheOthersFromBeingRefreshed() {
        collectWhole();
        Set<String> known = stored();
        later(Duration.ofHours(3));
        standIn.faults().add(
                FaultRule.untilCleared(Match.path("/api/info"), new Fault.MalformedItems(Malformation.MISSING_FIELD, "created_utc", 3)));
        CycleReport cycle = collect();
        assertThat(cycle.errors("claude", "missing_field")).as("items that were missed").isGreaterThan(5);
        assertThat(complaints.all()).singleElement().satisfies(
                one -> assertThat(one.text()).matches("\\d+ known items not refreshed \\(missing_field\\): .*"));
        List<Snapshot> due = due(known, Duration.ofHours(3)).toList();
        long refreshed = due.stream().filter(shown -> looks(shown.fullname()).equals(Optional.of(Looks.of(shown)))).count();
        assertThat(refreshed).as("most, for the listings show many of them too").isBetween(due.size() / 2L, due.size() - 1L);

        standIn.faults().clear();
        later(Duration.ofHours(3));
        collectWhole();
        Set<String> posts = known.stream().filter(name -> name.startsWith(ItemKind.POST.prefix())).collect(Collectors.toSet());
        assertDueIsAsShown(posts, Duration.ofHours(6));
    }

    private void assertDueIsAsShown(Set<String> known, Duration span) {
        List<Snapshot> due = due(known, span).toList();
        assertThat(due).hasSizeGreaterThan(200);
        assertThat(due.stream().filter(shown -> !looks(shown.fullname()).equals(Optional.of(Looks.of(shown)))).toList()).isEmpty();
    }

    /** All posts of two days; and comments that have passed the age of an hour, six hours or a day within the span. */
    private Stream<Snapshot> due(Set<String> known, Duration span) {
        return known.stream().map(name -> world.state(name, reddit.instant()).orElseThrow()).filter(item -> {
            Duration age = Duration.between(item.createdUtc(), reddit.instant());
            return item.kind() == ItemKind.POST
                    ? age.compareTo(Looks.REFRESHED) < 0
                    : Stream.of(1, 6, 24).map(Duration::ofHours)
                            .anyMatch(mark -> age.compareTo(mark.plusMinutes(1)) > 0 && age.compareTo(mark.plus(span)) < 0);
        });
    }
}
