package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Score;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scorer with a last resort for the texts on which it fails. The last resort's scores bear its name, not that of the scorer, so that
 * {@link #made} tells them apart: they are due for reanalysis. Thread-safe.
 */
final class FallbackScorer implements SentimentScorer {
    private static final Logger log = LoggerFactory.getLogger(FallbackScorer.class);

    private final SentimentScorer scorer;
    private final SentimentScorer lastResort;
    /** A scorer that is out fails on every text; the log tells of the first and of the end. */
    private final AtomicBoolean failing = new AtomicBoolean();

    /** @param lastResort one that does not fail */
    FallbackScorer(SentimentScorer scorer, SentimentScorer lastResort) {
        this.scorer = scorer;
        this.lastResort = lastResort;
    }

    @Override
    public String method() {
        return scorer.method();
    }

    @Override
    public String version() {
        return scorer.version();
    }

    @Override
    public Score score(String text) {
        try {
            Score score = scorer.score(text);
            succeeded();
            return score;
        } catch (RuntimeException e) {
            failed(e);
            return lastResort.score(text);
        }
    }

    /** If the scorer fails on the texts together, it gets each by itself: one on which it fails must not take the others along. */
    @Override
    public List<Score> scoreAll(List<String> texts) {
        try {
            List<Score> scores = scorer.scoreAll(texts);
            if (scores.size() == texts.size()) {
                succeeded();
                return scores;
            }
            failed(new IllegalStateException(scores.size() + " scores for " + texts.size() + " texts"));
        } catch (RuntimeException e) {
            failed(e);
        }
        return texts.stream().map(this::score).toList();
    }

    private void failed(RuntimeException cause) {
        if (failing.compareAndSet(false, true)) {
            log.warn("{} fails, {} scores in its place; what it scores is due for reanalysis", method(), lastResort.method(), cause);
        }
    }

    private void succeeded() {
        if (failing.get() && failing.compareAndSet(true, false)) {
            log.info("{} scores again", method());
        }
    }
}
