package dev.sentimentagent.store.contract;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.ToolVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Sightings of a few items over and over: new, unchanged, voted on, edited, rescored, deleted, restored, stale, misspelled. */
final class RandomSightings {
    private static final int ITEMS = 14;
    private static final String[][] SPELLINGS = {{"Cursor", "cursor", "CURSOR"}, {"kiroIDE", "kiroide"}, {"aws", "AWS"}};
    private static final String[] TOOLS = {"cursor", "claude-code", "kiro", "amazon-q"};
    private static final String BOT = "robot";
    private static final @Nullable String[] AUTHORS = {null, "ann", BOT};
    private static final double[] COMPOUNDS = {0, 0.05, 0.0499, -0.05, -0.0499, 0.9321, -0.8126, 0.3333};

    private static final ToolVerdict[] VERDICTS = {new ToolVerdict(Sentiment.POSITIVE, 6000), new ToolVerdict(Sentiment.NEGATIVE, -6000),
            new ToolVerdict(Sentiment.NEUTRAL, 100)};

    private final Random random;
    private final Sample[] last = new Sample[ITEMS];
    private Instant now;

    /** @param span how far the items' creation times lie apart at most */
    RandomSightings(Random random, Duration span) {
        this.random = random;
        now = Contract.T0.plus(span);
        for (int i = 0; i < ITEMS; i++) {
            Sample sample = random.nextInt(3) == 0 ? Sample.post("i" + i) : Sample.comment("i" + i, "i0");
            String[] spellings = SPELLINGS[random.nextInt(SPELLINGS.length)];
            last[i] = sample.subreddit(spellings[random.nextInt(spellings.length)])
                    .created(Contract.T0.plusSeconds(random.nextLong(span.toSeconds())));
        }
    }

    List<ScoredItem> take(int count) {
        List<ScoredItem> sightings = new ArrayList<>();
        while (sightings.size() < count) {
            sightings.add(scored(next()));
        }
        return sightings;
    }

    private Sample next() {
        int which = random.nextInt(ITEMS);
        now = now.plusMillis(random.nextInt(2000));
        Instant collected = random.nextInt(5) == 0 ? now.minus(Duration.ofMillis(random.nextInt(20_000))) : now;
        Sample sample = changed(last[which]).collected(collected);
        last[which] = sample;
        return respelled(sample);
    }

    private Sample changed(Sample sample) {
        return switch (random.nextInt(9)) {
            case 0 -> sample.upvotes(random.nextInt(5));
            case 1 -> sample.body("text " + random.nextInt(3)).edited(now).compound(compound());
            case 2 -> sample.compound(compound());
            case 3 -> sample.tools(tools());
            case 4 -> sample.deleted();
            case 5 -> sample.gone() ? alive(sample) : sample.author(AUTHORS[random.nextInt(AUTHORS.length)]);
            case 6 -> sample.commentCount(random.nextInt(4));
            default -> sample;
        };
    }

    /** What is said of its tools follows from text and score, so that a sighting may be the same as the one before. */
    private static ScoredItem scored(Sample sample) {
        Item item = sample.item();
        if (BOT.equals(item.author())) {
            return new ScoredItem(item, Score.unjudged(sample.score().method(), sample.score().version()), Mentions.NONE, true, false);
        }
        Map<String, ToolVerdict> verdicts = new HashMap<>();
        for (String tool : sample.toolIds()) {
            int draw = Math.floorMod((tool + sample.body() + sample.compound()).hashCode(), 7);
            if (draw < VERDICTS.length) {
                verdicts.put(tool, VERDICTS[draw]);
            }
        }
        return new ScoredItem(item, score(sample), new Mentions(sample.toolIds(), verdicts));
    }

    /** Some texts are in another language, some are scored by another method. */
    private static Score score(Sample sample) {
        Score score = sample.score();
        if (sample.body().endsWith("2")) {
            return Score.foreign(score.method(), score.version());
        }
        return sample.compound() >= 0
                ? score
                : new Score(score.sentiment(), score.compound(), score.positive(), score.negative(), score.neutral(), score.confidence(),
                        "LLM", "1");
    }

    private static Sample alive(Sample s) {
        return new Sample(s.kind(), s.id(), s.subreddit(), s.author(), s.title(), s.body(), s.postId(), s.created(), s.collected(),
                s.upvotes(), s.commentCount(), s.edited(), false, s.compound(), s.toolIds());
    }

    private Sample respelled(Sample sample) {
        for (String[] spellings : SPELLINGS) {
            if (SubredditName.same(spellings[0], sample.subreddit())) {
                return sample.subreddit(spellings[random.nextInt(spellings.length)]);
            }
        }
        throw new IllegalStateException(sample.subreddit());
    }

    private double compound() {
        return COMPOUNDS[random.nextInt(COMPOUNDS.length)];
    }

    private String[] tools() {
        return random.ints(random.nextInt(3), 0, TOOLS.length).distinct().mapToObj(i -> TOOLS[i]).toArray(String[]::new);
    }
}
