package dev.sentimentagent.sentiment;

/** What one call of a {@link TalkModel} needs, kept for the next; confined to one thread. Allocates nothing once it has grown. */
public final class TalkReader {
    private static final int INITIAL_CAPACITY = 1 << 9;

    private final TalkModel model;
    private final TalkFeatures features;
    private int[] places = new int[INITIAL_CAPACITY];
    /** A bit for each place: of one that is in a text twice, the second is passed over. Between two texts all are 0. */
    private final long[] seen;
    private final double[] sums = new double[TalkModel.CLASSES.size()];

    public TalkReader(TalkModel model, TalkFeatures features) {
        this.model = model;
        this.features = features;
        this.seen = new long[model.size() / Long.SIZE + 1];
    }

    /** The sums of a text by class, before calibration; the array is overwritten by the next call. */
    public double[] sums(String source) {
        return sums(source, 0, source.length());
    }

    double[] sums(String source, int from, int to) {
        features.read(source, from, to);
        if (places.length < features.size()) {
            places = new int[2 * features.size()];
        }
        int count = eachOnce(model.findAll(features, places));
        model.sums(features, places, count, sums);
        return sums;
    }

    /** The probabilities of a text's classes; the array is overwritten by the next call. */
    public double[] probabilities(String source) {
        return probabilities(source, 0, source.length());
    }

    /** The same of a part of a text. */
    double[] probabilities(String source, int from, int to) {
        sums(source, from, to);
        model.calibrate(sums);
        return sums;
    }

    TalkFeatures features() {
        return features;
    }

    /** Moves the first of each place to the front and returns how many these are. */
    private int eachOnce(int found) {
        int count = 0;
        for (int i = 0; i < found; i++) {
            int place = places[i];
            long word = seen[place / Long.SIZE];
            places[count] = place;
            count += 1 - (int) (word >>> place & 1);
            seen[place / Long.SIZE] = word | 1L << place;
        }
        for (int i = 0; i < count; i++) {
            seen[places[i] / Long.SIZE] = 0;
        }
        return count;
    }
}
