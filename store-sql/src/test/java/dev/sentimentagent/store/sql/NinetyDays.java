package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Makes up the items of 90 days as they would have been collected, oldest first: texts of about 300 bytes, the same for the same seed. */
final class NinetyDays {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration LENGTH = Duration.ofDays(90);
    static final List<String> SUBREDDITS = List.of("Cursor", "Bard", "GithubCopilot", "claude", "windsurf", "ChatGPTCoding", "vibecoding",
            "aws", "programming", "MachineLearning", "artificial", "OpenAI", "kiroIDE", "JulesAgent");
    private static final int TOOLS = 30;
    private static final int POST_IN = 7;
    private static final long FIRST_ID = Long.parseLong("1q00000", 36);

    private final Random random;
    private final long items;
    private final List<Post> recent = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private long made;

    NinetyDays(long items, long seed) {
        this.items = items;
        random = new Random(seed);
        for (int i = 0; i < 4000; i++) {
            words.add(Integer.toString(random.nextInt(36 * 36, 60_000_000), 36));
        }
    }

    long left() {
        return items - made;
    }

    List<ScoredItem> next(int count) {
        List<ScoredItem> next = new ArrayList<>();
        while (next.size() < count && made < items) {
            next.add(scored(item()));
        }
        return next;
    }

    private Item item() {
        Instant created = Instant.ofEpochSecond(START.getEpochSecond() + LENGTH.toSeconds() * made / items);
        Instant collected = created.plusSeconds(900).plusMillis(random.nextInt(1000));
        String id = Long.toString(FIRST_ID + made++, 36);
        String subreddit = SUBREDDITS.get((int) ((made - 1) / Batch.MAX_ITEMS % SUBREDDITS.size()));
        if (made % POST_IN == 1 || !recent.getLast().subreddit().equals(subreddit)) {
            Post post = new Post(id, subreddit, "user" + random.nextInt(50_000), text(60), text(400),
                    "https://www.reddit.com/r/" + subreddit + "/comments/" + id + "/", "/r/" + subreddit + "/comments/" + id + "/title/",
                    created, collected, random.nextInt(200), random.nextInt(40), null, false);
            recent.add(post);
            recent.removeIf(other -> !other.subreddit().equals(subreddit));
            return post;
        }
        Post post = recent.get(random.nextInt(recent.size()));
        return new Comment(id, post.subreddit(), "user" + random.nextInt(50_000), post.id(), post.fullname(), text(280),
                post.permalink() + id + "/", created, collected, random.nextInt(50), null, false);
    }

    private ScoredItem scored(Item item) {
        double compound = random.nextInt(3) == 0 ? 0 : random.nextInt(-9999, 9999) / 10_000.0;
        Score score = new Score(compound >= 0.05 ? Sentiment.POSITIVE : compound <= -0.05 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL,
                compound, random.nextInt(400) / 1000.0, random.nextInt(300) / 1000.0, 0.7,
                Math.min(1, 2 * Math.abs(compound)), "VADER", "1");
        Set<String> tools = new TreeSet<>();
        int home = SUBREDDITS.indexOf(item.subreddit());
        if (home < 7) {
            tools.add("tool-" + home);
        }
        while (random.nextInt(3) == 0) {
            tools.add("tool-" + (int) (random.nextDouble() * random.nextDouble() * TOOLS));
        }
        return new ScoredItem(item, score, tools);
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder(length + 8);
        int to = length / 2 + random.nextInt(length);
        while (text.length() < to) {
            text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        return text.toString();
    }
}
