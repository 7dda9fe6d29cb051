package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;
import java.util.stream.Stream;

/** A tally that grows. Not thread-safe. */
final class Sums {
    private long positive;
    private long negative;
    private long neutral;
    private long scores;
    private long squares;

    /** @param sign of the class: −1, 0 or 1 */
    void take(int sign, int compoundE4) {
        scores += compoundE4;
        squares += (long) compoundE4 * compoundE4;
        if (sign > 0) {
            positive++;
        } else if (sign < 0) {
            negative++;
        } else {
            neutral++;
        }
    }

    Tally tally() {
        return new Tally(positive, negative, neutral, scores, squares);
    }

    static Sums[] of(int count) {
        return Stream.generate(Sums::new).limit(count).toArray(Sums[]::new);
    }
}
