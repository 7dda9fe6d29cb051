package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Sentiment;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Weights of a linear model of developers' talk: three logistic regressions, each of a class against the rest, over the hashed words and
 * pairs of words and the figures of {@link TalkFeatures}, and a calibration that makes probabilities of their sums. Weights of words have 8
 * bits. Immutable and therefore thread-safe.
 */
public final class TalkModel {
    /** The order of the classes in every array here. */
    public static final List<Sentiment> CLASSES = List.of(Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.POSITIVE);
    /** Length of the vector of a text's words, however many it has. */
    public static final double WORDS_NORM = 2;

    private static final int MAGIC = 0x44544B31;
    private static final int LARGEST_WEIGHT = Byte.MAX_VALUE;
    private static final int MOST_WORDS = 1 << 20;

    private final int[] hashes;
    private final HashIndex index;
    /** By place of the hash, the weights of the classes from the lowest byte on. */
    private final int[] words;
    /** What a unit of the 8-bit weights is worth, by class. */
    private final float[] units;
    /** By figure, one weight a class. */
    private final float[] figures;
    private final float[] biases;
    private final Calibration calibration;

    private TalkModel(int[] hashes, int[] words, float[] units, float[] figures, float[] biases, Calibration calibration) {
        this.hashes = hashes;
        this.index = new HashIndex(hashes);
        this.words = words;
        this.units = units;
        this.figures = figures;
        this.biases = biases;
        this.calibration = calibration;
    }

    /**
     * A model of trained weights, with no calibration yet.
     *
     * @param hashes those that have weights, ascending
     * @param wordWeights by class and place of the hash
     * @param figureWeights by class and figure
     * @param biases by class
     */
    public static TalkModel of(int[] hashes, double[][] wordWeights, double[][] figureWeights, double[] biases) {
        int classes = CLASSES.size();
        int[] words = new int[hashes.length];
        float[] units = new float[classes];
        float[] figures = new float[classes * TalkFeatures.FIGURES];
        float[] floatBiases = new float[classes];
        for (int c = 0; c < classes; c++) {
            double largest = 1e-9;
            for (double weight : wordWeights[c]) {
                largest = Math.max(largest, Math.abs(weight));
            }
            units[c] = (float) (largest / LARGEST_WEIGHT);
            for (int i = 0; i < hashes.length; i++) {
                words[i] |= packed((byte) Math.round(wordWeights[c][i] / units[c]), c);
            }
            for (int i = 0; i < TalkFeatures.FIGURES; i++) {
                figures[i * classes + c] = (float) figureWeights[c][i];
            }
            floatBiases[c] = (float) biases[c];
        }
        return new TalkModel(hashes.clone(), words, units, figures, floatBiases, Calibration.NONE);
    }

    /**
     * The same model calibrated.
     *
     * @param corrections by class and figure, what is added to the weights
     */
    public TalkModel with(Calibration newCalibration, double[][] corrections) {
        float[] corrected = figures.clone();
        for (int c = 0; c < CLASSES.size(); c++) {
            for (int i = 0; i < TalkFeatures.FIGURES; i++) {
                corrected[i * CLASSES.size() + c] += (float) corrections[c][i];
            }
        }
        return new TalkModel(hashes, words, units, corrected, biases, newCalibration);
    }

    /** How many hashes have weights. */
    public int size() {
        return hashes.length;
    }

    /**
     * Finds the hashes of a text that have weights.
     *
     * @param places takes their places, in the text's order and as often as they are there; as long as the text has hashes at least
     * @return how many there are
     */
    int findAll(TalkFeatures text, int[] places) {
        return index.findAll(text.hashes(), text.size(), places);
    }

    /**
     * What the model makes of a text, before calibration.
     *
     * @param places of the text's hashes that the model knows, each once
     * @param count how many there are
     * @param sums where the result goes, by class
     */
    void sums(TalkFeatures text, int[] places, int count, double[] sums) {
        int negative = 0;
        int neutral = 0;
        int positive = 0;
        for (int i = 0; i < count; i++) {
            int weights = words[places[i]];
            negative += (byte) weights;
            neutral += (byte) (weights >> Byte.SIZE);
            positive += weights >> (2 * Byte.SIZE);
        }
        double norm = count == 0 ? 0 : WORDS_NORM / Math.sqrt(count);
        sums[0] = biases[0] + norm * units[0] * negative;
        sums[1] = biases[1] + norm * units[1] * neutral;
        sums[2] = biases[2] + norm * units[2] * positive;
        for (int i = 0; i < TalkFeatures.FIGURES; i++) {
            double figure = text.figure(i);
            sums[0] += figure * figures[3 * i];
            sums[1] += figure * figures[3 * i + 1];
            sums[2] += figure * figures[3 * i + 2];
        }
    }

    /** The lowest three bytes of the result are the weights; the third has its sign beyond them. */
    private static int packed(byte weight, int place) {
        return place == 2 ? weight << (2 * Byte.SIZE) : (weight & 0xFF) << (place * Byte.SIZE);
    }

    /** Makes probabilities of sums, in place. */
    public void calibrate(double[] sums) {
        calibration.apply(sums);
    }

    /** Writes the model in the form that {@link #read} takes: the same bytes for the same weights. */
    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(hashes.length);
        data.writeInt(TalkFeatures.FIGURES);
        for (int hash : hashes) {
            data.writeInt(hash);
        }
        for (int weights : words) {
            data.writeByte(weights);
            data.writeByte(weights >> Byte.SIZE);
            data.writeByte(weights >> (2 * Byte.SIZE));
        }
        for (float[] part : new float[][]{units, figures, biases}) {
            for (float value : part) {
                data.writeFloat(value);
            }
        }
        data.writeDouble(calibration.scale());
        for (int c = 0; c < CLASSES.size(); c++) {
            data.writeDouble(calibration.shift(c));
        }
        data.flush();
    }

    /** @throws IOException if it is not a model, or one of other features than these */
    public static TalkModel read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readInt() != MAGIC) {
            throw new IOException("not a model of developers' talk");
        }
        int size = data.readInt();
        int figureCount = data.readInt();
        if (size < 0 || size > MOST_WORDS || figureCount != TalkFeatures.FIGURES) {
            throw new IOException("a model of other features: " + size + " words, " + figureCount + " figures");
        }
        int classes = CLASSES.size();
        int[] hashes = new int[size];
        for (int i = 0; i < size; i++) {
            hashes[i] = data.readInt();
        }
        byte[] weights = data.readNBytes(classes * size);
        if (weights.length < classes * size) {
            throw new EOFException("the model ends early");
        }
        int[] words = new int[size];
        for (int i = 0; i < weights.length; i++) {
            words[i / classes] |= packed(weights[i], i % classes);
        }
        return new TalkModel(hashes, words, floats(data, classes), floats(data, classes * figureCount), floats(data, classes),
                new Calibration(data.readDouble(), data.readDouble(), data.readDouble(), data.readDouble()));
    }

    private static float[] floats(DataInputStream data, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = data.readFloat();
        }
        return values;
    }

    /**
     * Softmax of scaled and shifted sums: temperature scaling after Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural
     * Networks" (2017), with a bias for each class.
     */
    public record Calibration(double scale, double negativeShift, double neutralShift, double positiveShift) {
        public static final Calibration NONE = new Calibration(1, 0, 0, 0);

        double shift(int place) {
            return switch (place) {
                case 0 -> negativeShift;
                case 1 -> neutralShift;
                default -> positiveShift;
            };
        }

        /** Makes probabilities of sums, in place. */
        public void apply(double[] sums) {
            double negative = scale * sums[0] + negativeShift;
            double neutral = scale * sums[1] + neutralShift;
            double positive = scale * sums[2] + positiveShift;
            double largest = Math.max(negative, Math.max(neutral, positive));
            sums[0] = Math.exp(negative - largest);
            sums[1] = Math.exp(neutral - largest);
            sums[2] = Math.exp(positive - largest);
            double total = sums[0] + sums[1] + sums[2];
            sums[0] /= total;
            sums[1] /= total;
            sums[2] /= total;
        }
    }
}
