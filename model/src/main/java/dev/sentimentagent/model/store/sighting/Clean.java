package dev.sentimentagent.model.store.sighting;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings a sighting to the form in which it is stored and read back, so that the two can be compared with {@code equals}. */
public final class Clean {
    private static final double SHARE_UNITS = 1000;

    private Clean() {}

    /** @param subreddit the spelling that is kept */
    public static ScoredItem of(ScoredItem sighting, String subreddit) {
        return of(sighting, of(sighting.item(), subreddit));
    }

    /** The same of a stored item: what it says is in that form. */
    public static ScoredItem stored(ScoredItem rescored) {
        return of(rescored, rescored.item());
    }

    private static ScoredItem of(ScoredItem sighting, Item item) {
        boolean bot = sighting.bot() && !sighting.item().deleted();
        Mentions mentions = sighting.counts() ? clean(sighting.mentions()) : Mentions.NONE;
        Score score = of(sighting.score());
        return new ScoredItem(item, bot ? Score.unjudged(score.method(), score.version()) : score, mentions, bot, sighting.makeshift());
    }

    /** A job likewise. */
    public static ReanalysisJob of(ReanalysisJob job) {
        List<JobError> errors = job.errors().stream()
                .map(error -> new JobError(Texts.clean(error.item()), Texts.clean(error.error()),
                        error.at().truncatedTo(ChronoUnit.MILLIS)))
                .toList();
        String reason = job.reason() == null ? null : Texts.clean(job.reason());
        return new ReanalysisJob(Texts.clean(job.id()), job.status(), job.automatic(), Texts.clean(job.triggeredBy()), reason, job.scope(),
                job.progress(), job.effect(), errors, job.createdAt(), job.startedAt(), job.endedAt());
    }

    private static Mentions clean(Mentions mentions) {
        for (String id : mentions.toolIds()) {
            if (!id.equals(Texts.clean(id))) {
                return new Mentions(mentions.toolIds().stream().map(Texts::clean).collect(Collectors.toUnmodifiableSet()),
                        mentions.verdicts()
                                .entrySet()
                                .stream()
                                .collect(Collectors.toUnmodifiableMap(verdict -> Texts.clean(verdict.getKey()), Map.Entry::getValue,
                                        (first, _) -> first)));
            }
        }
        return mentions;
    }

    private static Item of(Item item, String subreddit) {
        return switch (item) {
            case Post p -> new Post(Texts.clean(p.id()), subreddit, ofNullable(p.author()), Texts.clean(p.title()),
                    Texts.clean(p.content()), Texts.clean(p.url()), Texts.clean(p.permalink()), seconds(p.createdUtc()),
                    millis(p.collectedAt()), p.upvotes(), p.commentCount(), edited(p), p.deleted());
            case Comment c -> new Comment(Texts.clean(c.id()), subreddit, ofNullable(c.author()), Texts.clean(c.postId()),
                    Texts.clean(c.parent()), Texts.clean(c.body()), Texts.clean(c.permalink()), seconds(c.createdUtc()),
                    millis(c.collectedAt()), c.upvotes(), edited(c), c.deleted());
        };
    }

    private static Score of(Score score) {
        return new Score(score.sentiment(), (double) score.compoundE4() / Score.COMPOUND_UNITS, share(shareE3(score.positive())),
                share(shareE3(score.negative())), share(shareE3(score.neutral())), score.confidence(), Texts.clean(score.method()),
                Texts.clean(score.version()));
    }

    /** A share as a whole number of 1/1000. */
    public static long shareE3(double share) {
        return Math.round(share * SHARE_UNITS);
    }

    public static double share(long shareE3) {
        return shareE3 / SHARE_UNITS;
    }

    private static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : Texts.clean(text);
    }

    private static @Nullable Instant edited(Item item) {
        Instant edited = item.editedAt();
        return edited == null ? null : millis(edited);
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
