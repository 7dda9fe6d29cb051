package dev.sentimentagent.sentiment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tools that share what is said. */
final class VerdictGroup {
    final List<Integer> tools = new ArrayList<>();
    int first;
    int end;
    /** From comparisons; NaN if there was none. */
    double compared = Double.NaN;
    /** Of which the opposite is said here. */
    @Nullable
    VerdictGroup opposite;
    boolean versus;
    boolean praised;
    @Nullable
    VerdictGroup same;
    /** NaN until it is known. */
    double score = Double.NaN;

    /** Whether none of these tools is among those. */
    boolean hasNoneOf(BitSet those) {
        for (Integer tool : tools) {
            if (those.get(tool)) {
                return false;
            }
        }
        return true;
    }
}
