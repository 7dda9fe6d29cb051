package dev.sentimentagent.sentiment;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * Scores developers' talk by a linear model trained on labelled texts of several platforms: {@link TalkModel}. The class is the most
 * probable one, the compound score is P(positive) − P(negative), the three shares are the probabilities, and the confidence is that of the
 * class.
 *
 * <p>What an author quotes, code, tables and notes on edits do not count. A text in which nothing is left is neutral with confidence 0.5
 * and shares of 0, one that is not English the same with confidence 0: see {@link Score#judged()} and {@link Score#foreign()}. Time is linear in the length of the text; a call allocates its
 * result and nothing else, once its working memory has grown. Thread-safe; making one reads the model, so share it.
 */
final class TalkScorer implements SentimentScorer {
    private static final String METHOD = SentimentMethod.DEVTALK.name();
    /** Of the code: another one for each change of it that can change a score. */
    private static final String CODE_VERSION = "4";
    private static final String MODEL = "devtalk-model.bin";
    /** A longer text is not cut out to see whether it is the mark of a deleted one. */
    private static final int LONGEST_DELETED = 11;
    /** More than any text on Reddit has. What a longer one needs is not kept. */
    private static final int KEPT_CHARACTERS = 1 << 16;

    private final String version;
    private final Score unjudged;
    private final Score foreign;
    private final TalkLexicon lexicon;
    private final Supplier<TalkReader> maker;
    private final Pool<TalkReader> readers;

    /** @throws IllegalStateException if the model or the lexicon is not on the class path */
    TalkScorer() {
        byte[] bytes = modelBytes();
        lexicon = TalkLexicon.load();
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        version = CODE_VERSION + "-" + HexFormat.of().toHexDigits((int) checksum.getValue());
        unjudged = AbsentText.score(METHOD, version);
        foreign = Score.foreign(METHOD, version);
        TalkModel model = model(bytes);
        maker = () -> new TalkReader(model, new TalkFeatures(lexicon));
        readers = new Pool<>(maker);
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Score score(String text) {
        requireNonNull(text, "text");
        return score(text, 0, text.length());
    }

    TalkLexicon lexicon() {
        return lexicon;
    }

    /** The score of a part of a text. */
    Score score(String text, int from, int to) {
        if (isDeleted(text, from, to)) {
            return unjudged;
        }
        TalkReader reader = readers.take();
        double[] probabilities = reader.probabilities(text, from, to);
        TalkFeatures features = reader.features();
        Score score = features.isEmpty()
                ? unjudged
                : features.isEnglish() ? score(probabilities[0], probabilities[1], probabilities[2]) : foreign;
        if (features.capacity() <= KEPT_CHARACTERS) {
            readers.giveBack(reader);
        }
        return score;
    }

    /** A reader that stays with one thread, which scores many parts of texts. */
    TalkReader reader() {
        return maker.get();
    }

    /** The compound score of a part of a text; NaN if it is neutral or not judged. */
    double polarity(TalkReader reader, String text, int from, int to) {
        if (isDeleted(text, from, to)) {
            return Double.NaN;
        }
        double[] probabilities = reader.probabilities(text, from, to);
        TalkFeatures features = reader.features();
        boolean neutral = features.isEmpty() || !features.isEnglish()
                || sentiment(probabilities[0], probabilities[1], probabilities[2]) == Sentiment.NEUTRAL;
        return neutral ? Double.NaN : Rounding.toFour(probabilities[2] - probabilities[0]);
    }

    private static boolean isDeleted(String text, int from, int to) {
        return to - from <= LONGEST_DELETED && AbsentText.isDeleted(text.substring(from, to));
    }

    private static Sentiment sentiment(double negative, double neutral, double positive) {
        if (negative > Math.max(neutral, positive)) {
            return Sentiment.NEGATIVE;
        }
        return positive > neutral ? Sentiment.POSITIVE : Sentiment.NEUTRAL;
    }

    private Score score(double negative, double neutral, double positive) {
        Sentiment sentiment = sentiment(negative, neutral, positive);
        double confidence = Math.max(negative, Math.max(neutral, positive));
        return new Score(sentiment, Rounding.toFour(positive - negative), Rounding.toThree(positive), Rounding.toThree(negative),
                Rounding.toThree(neutral), Rounding.toFour(confidence), METHOD, version);
    }

    private static byte[] modelBytes() {
        try (InputStream resource = TalkScorer.class.getResourceAsStream(MODEL)) {
            if (resource == null) {
                throw new IllegalStateException("the model " + MODEL + " is not on the class path");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model " + MODEL, e);
        }
    }

    private static TalkModel model(byte[] bytes) {
        try {
            return TalkModel.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("the model " + MODEL + " cannot be used", e);
        }
    }
}
