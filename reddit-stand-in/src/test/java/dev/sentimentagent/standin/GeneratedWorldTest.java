package dev.sentimentagent.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.standin.Snapshot.CommentSnapshot;
import dev.sentimentagent.standin.Snapshot.PostSnapshot;
import dev.sentimentagent.standin.World.Created;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedWorldTest {
    private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
    private static final Window MONTH = Window.ending(NOW, Duration.ofDays(30));

    private final GeneratedWorld world = new GeneratedWorld(42, 1);

    private Stream<Snapshot> states(ItemKind kind, Window window, Instant at) {
        return world.createdWithin(kind, window).map(item -> world.state(item.fullname(), at).orElseThrow());
    }

    private List<PostSnapshot> posts(Window window, Instant at) {
        return states(ItemKind.POST, window, at).map(PostSnapshot.class::cast).toList();
    }

    private List<CommentSnapshot> comments(Window window, Instant at) {
        return states(ItemKind.COMMENT, window, at).map(CommentSnapshot.class::cast).toList();
    }

    @Test
    void isAPureFunctionOfSeedAndTime() {
        GeneratedWorld again = new GeneratedWorld(42, 1);
        Window day = Window.ending(NOW, Duration.ofDays(1));
        // The second instance comes to the same day on another way.
        again.newest("programming", ItemKind.COMMENT, NOW.plus(Duration.ofDays(40)), 1000);
        for (ItemKind kind : ItemKind.values()) {
            List<Created> items = world.createdWithin(kind, day).toList();
            assertThat(again.createdWithin(kind, day).toList()).isEqualTo(items).isNotEmpty();
            assertThat(items)
                    .allSatisfy(item -> assertThat(again.state(item.fullname(), NOW)).isEqualTo(world.state(item.fullname(), NOW)));
            assertThat(new GeneratedWorld(43, 1).createdWithin(kind, day).toList()).isNotEqualTo(items);
        }
    }

    @Test
    void hasAboutTheVolumeOfItsSubreddits() {
        long posts = world.createdWithin(ItemKind.POST, MONTH).count();
        long comments = world.createdWithin(ItemKind.COMMENT, MONTH).count();
        assertThat(posts / 30.0).isBetween(250.0, 400.0);
        assertThat(comments / 30.0).isBetween(2_000.0, 3_000.0);
        GeneratedWorld large = new GeneratedWorld(42, 6);
        Window week = Window.ending(NOW, Duration.ofDays(7));
        assertThat(large.createdWithin(ItemKind.POST, week).count() / 7.0).isGreaterThan(1_800);
        assertThat(large.createdWithin(ItemKind.COMMENT, week).count() / 7.0).isGreaterThan(12_000);
    }

    @Test
    void isUnevenBySubredditHourAndWeekday() {
        List<PostSnapshot> posts = posts(MONTH, NOW);
        Map<String, Long> bySubreddit = posts.stream().collect(Collectors.groupingBy(PostSnapshot::subreddit, Collectors.counting()));
        assertThat(bySubreddit.keySet()).containsExactlyInAnyOrderElementsOf(world.subreddits()).hasSize(14);
        assertThat(Collections.max(bySubreddit.values())).isGreaterThan(10 * Collections.min(bySubreddit.values()));
        Map<Integer, Long> byHour = posts.stream()
                .collect(Collectors.groupingBy(post -> post.createdUtc().atOffset(ZoneOffset.UTC).getHour(), Collectors.counting()));
        assertThat(byHour).hasSize(24);
        assertThat(Collections.max(byHour.values())).isGreaterThan(2 * Collections.min(byHour.values()));
        Map<Integer, Long> byWeekday = posts.stream()
                .filter(post -> post.subreddit().equals("aws"))
                .collect(Collectors.groupingBy(post -> post.createdUtc().atOffset(ZoneOffset.UTC).getDayOfWeek().getValue(),
                        Collectors.counting()));
        assertThat(byWeekday.getOrDefault(7, 0L) * 2).isLessThan(byWeekday.getOrDefault(3, 0L) + byWeekday.getOrDefault(2, 0L));
    }

    @Test
    void idsAreUniqueAndGrowWithTime() {
        for (ItemKind kind : ItemKind.values()) {
            List<Created> items = world.createdWithin(kind, MONTH).toList();
            assertThat(items).extracting(Created::fullname).doesNotHaveDuplicates();
            assertThat(items).isSortedAccordingTo((a, b) -> Base36.isOlder(a.fullname(), b.fullname()) ? -1 : 1);
            assertThat(items).isSortedAccordingTo((a, b) -> a.createdUtc().compareTo(b.createdUtc()));
        }
    }

    @Test
    void commentsAnswerWhatWasThereBefore() {
        Window week = Window.ending(NOW, Duration.ofDays(7));
        Set<Integer> depths = new HashSet<>();
        for (CommentSnapshot comment : comments(week, NOW)) {
            Snapshot post = world.state("t3_" + comment.postId(), comment.createdUtc()).orElseThrow();
            assertThat(post.subreddit()).isEqualTo(comment.subreddit());
            assertThat(post.createdUtc()).isBefore(comment.createdUtc());
            Snapshot parent = world.state(comment.parent(), comment.createdUtc()).orElseThrow();
            assertThat(parent.createdUtc()).isBeforeOrEqualTo(comment.createdUtc());
            if (parent instanceof CommentSnapshot answered) {
                assertThat(answered.postId()).isEqualTo(comment.postId());
            }
            depths.add(parent instanceof PostSnapshot ? 0 : 1);
        }
        assertThat(depths).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void commentCountsAreTheCommentsMadeSoFar() {
        Instant then = NOW.minus(Duration.ofHours(9));
        for (Instant at : List.of(then, NOW)) {
            Map<String, Integer> made = new HashMap<>();
            comments(new Window(NOW.minus(Duration.ofDays(20)), at.plusSeconds(1)), at)
                    .forEach(comment -> made.merge(comment.postId(), 1, Integer::sum));
            List<PostSnapshot> posts = posts(new Window(NOW.minus(Duration.ofDays(5)), at.plusSeconds(1)), at);
            assertThat(posts).hasSizeGreaterThan(500)
                    .allSatisfy(post -> assertThat(post.commentCount()).isEqualTo(made.getOrDefault(post.id(), 0)));
        }
    }

    @Test
    void votesGrowTowardsAFinalValue() {
        List<Created> posts = world.createdWithin(ItemKind.POST, Window.ending(NOW, Duration.ofDays(3))).toList();
        long young = 0;
        long old = 0;
        for (Created post : posts) {
            Instant created = post.createdUtc();
            assertThat(world.state(post.fullname(), created).orElseThrow().score()).isEqualTo(1);
            young += world.state(post.fullname(), created.plus(Duration.ofHours(2))).orElseThrow().score();
            old += world.state(post.fullname(), created.plus(Duration.ofHours(30))).orElseThrow().score();
            int later = world.state(post.fullname(), created.plus(Duration.ofDays(6))).orElseThrow().score();
            int last = world.state(post.fullname(), created.plus(Duration.ofDays(9))).orElseThrow().score();
            assertThat(last).isCloseTo(later, within(3));
        }
        assertThat(old).isGreaterThan(2 * young);
        assertThat(comments(Window.ending(NOW, Duration.ofDays(2)), NOW.plus(Duration.ofDays(3)))).anyMatch(comment -> comment.score() < 0)
                .anyMatch(comment -> comment.score() > 30);
    }

    @Test
    void someItemsAreEditedAndSomeGo() {
        Instant later = NOW.plus(Duration.ofDays(3));
        int items = 0;
        int edited = 0;
        int gone = 0;
        Set<String> categories = new HashSet<>();
        for (ItemKind kind : ItemKind.values()) {
            for (Created item : world.createdWithin(kind, MONTH).toList()) {
                Snapshot first = world.state(item.fullname(), item.createdUtc()).orElseThrow();
                Snapshot last = world.state(item.fullname(), later).orElseThrow();
                assertThat(first.gone()).isFalse();
                assertThat(first.editedAt()).isNull();
                items++;
                if (last.gone()) {
                    gone++;
                    assertThat(last.text()).isIn(Snapshot.DELETED, Snapshot.REMOVED);
                    if (last instanceof PostSnapshot post) {
                        categories.add(String.valueOf(post.removedByCategory()));
                    } else {
                        assertThat(last.author()).isEqualTo(Snapshot.DELETED);
                    }
                } else if (last.editedAt() != null) {
                    edited++;
                    assertThat(last.text()).startsWith(first.text()).isNotEqualTo(first.text());
                } else {
                    assertThat(last.text()).isEqualTo(first.text());
                }
            }
        }
        assertThat((double) edited / items).isCloseTo(0.02, within(0.006));
        assertThat((double) gone / items).isCloseTo(0.015, within(0.005));
        assertThat(categories).contains("deleted", "moderator", "automod_filtered");
    }

    @Test
    void textsAreDiverse() {
        List<CommentSnapshot> comments = comments(MONTH, MONTH.end()).subList(0, 10_000);
        assertThat(comments.stream().map(CommentSnapshot::text).distinct().count()).isGreaterThan(9_000);
        assertThat(posts(MONTH, MONTH.end()).stream().map(post -> post.title() + post.text()).distinct().count()).isGreaterThan(9_000);
        assertThat(comments.stream().map(CommentSnapshot::author).distinct().count()).isGreaterThan(3_000);
        assertThat(comments).anyMatch(comment -> comment.text().contains("```"))
                .anyMatch(comment -> comment.text().contains("https://"))
                .anyMatch(comment -> comment.text().codePoints().anyMatch(c -> c > 0x1F300))
                .anyMatch(comment -> comment.text().codePoints().anyMatch(c -> c >= 0x4E00 && c < 0xA000));
    }

    @Test
    void moodsDriftAndSufferFromOutages() {
        Chronicle chronicle = new Chronicle(42);
        Product product = Product.ALL.getFirst();
        List<Double> moods = Stream.iterate(NOW.getEpochSecond(), second -> second - 86_400)
                .limit(120)
                .map(second -> chronicle.mood(product, second))
                .toList();
        assertThat(Collections.max(moods) - Collections.min(moods)).isGreaterThan(0.5);
        Happening outage = Stream.iterate(NOW.getEpochSecond(), second -> second - 7 * 86_400)
                .limit(20)
                .flatMap(second -> chronicle.around(second).stream())
                .filter(happening -> happening.subject() == Subject.OUTAGE && happening.strength() > 1.5)
                .findFirst()
                .orElseThrow();
        assertThat(chronicle.mood(outage.product(), outage.start())).isLessThan(chronicle.mood(outage.product(), outage.start() - 1) - 0.2);
        assertThat(Stance.of(0.9, 0.6)).isEqualTo(Stance.POSITIVE);
        assertThat(Stance.of(-0.9, 0.6)).isEqualTo(Stance.NEGATIVE);
    }

    @Test
    void peopleSpeakOfWhatHappens() {
        Chronicle chronicle = new Chronicle(42);
        Happening big = chronicle.around(NOW.minus(Duration.ofDays(7)).getEpochSecond())
                .stream()
                .filter(happening -> happening.strength() > 1 && happening.product().index() <= 4)
                .findFirst()
                .orElseThrow();
        Instant start = Instant.ofEpochSecond(big.start());
        Duration twoDays = Duration.ofDays(2);
        assertThat(mentions(big, new Window(start, start.plus(twoDays))))
                .isGreaterThan(5 + 2 * mentions(big, Window.ending(start, twoDays)));
    }

    private long mentions(Happening happening, Window window) {
        return posts(window, window.end()).stream().filter(post -> happening.subject().rule().equalsIgnoreCase(post.flair()))
                .filter(post -> happening.product().spellings().stream().anyMatch(post.title()::contains)).count();
    }

    @Test
    void nothingIsOlderThanItsStart() {
        Instant start = Instant.parse("2026-11-17T00:00:00Z");
        GeneratedWorld young = new GeneratedWorld(42, 1, start);
        List<String> all = young.newest("Cursor", ItemKind.POST, NOW, 1000);
        assertThat(all).hasSizeBetween(20, 300);
        assertThat(young.state(all.getLast(), NOW).orElseThrow().createdUtc()).isAfterOrEqualTo(start);
        assertThat(young.createdWithin(ItemKind.POST, Window.ending(start, Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void knowsNoStrangers() {
        for (String name : List.of("", "t3_", "t1_zz", "t3_-5", "t5_2qh0u", "t3_zzzzzzzzzzzzzzzz", "t3_!!")) {
            assertThat(world.state(name, NOW)).as(name).isEmpty();
        }
        assertThat(world.newest("nosuchplace", ItemKind.POST, NOW, 10)).isEmpty();
        assertThat(world.subreddit("CLAUDE")).contains("claude");
        assertThatIllegalArgumentException().isThrownBy(() -> new GeneratedWorld(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GeneratedWorld(1, Double.NaN));
    }

    @Test
    void theBusiestWorldHasUniqueIdsToo() {
        GeneratedWorld busy = new GeneratedWorld(1, 100);
        List<Created> comments = busy.createdWithin(ItemKind.COMMENT, Window.ending(NOW, Duration.ofHours(6))).toList();
        assertThat(comments).hasSizeGreaterThan(40_000).extracting(Created::fullname).doesNotHaveDuplicates();
    }
}
