package dev.sentimentagent.training;

import java.util.ArrayList;
import java.util.List;

/** Takes some of many, spread evenly over the list, without chance. */
final class Sampling {
    private Sampling() {}

    static <T> List<T> evenly(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<T> some = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((long) i * all.size() / most)));
        }
        return some;
    }
}
