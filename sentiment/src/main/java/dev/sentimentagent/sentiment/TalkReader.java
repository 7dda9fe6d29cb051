package dev.sentimentagent.sentiment;

import java.util.Arrays;

/** What one call of a {@link TalkModel} needs, kept for the next; confined to one thread. Allocates nothing once it has grown. */
public final class TalkReader {
    private static final int INITIAL_CAPACITY = 1 << 9;

    private final TalkModel model;
    private final TalkFeatures features;
    /** By place of a hash, the number of the text that had it last: of one that is there twice, the second is passed over. */
    private final int[] seen;
    private int[] places = new int[INITIAL_CAPACITY];
    private int count;
    private int text;
    private final double[] sums = new double[TalkModel.CLASSES.size()];

    public TalkReader(TalkModel model, TalkFeatures features) {
        this.model = model;
        this.features = features;
        this.seen = new int[model.size()];
    }

    /** The sums of a text by class, before calibration; the array is overwritten by the next call. */
    public double[] sums(String source) {
        return sums(source, 0, source.length());
    }

    double[] sums(String source, int from, int to) {
        features.read(source, from, to);
        text++;
        count = 0;
        for (int i = 0; i < features.size(); i++) {
            int place = model.find(features.hash(i));
            if (place >= 0 && seen[place] != text) {
                seen[place] = text;
                add(place);
            }
        }
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

    private void add(int place) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place;
    }
}
