package dev.sentimentagent.server.detection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often a name was spoken of, and how. Not thread-safe. */
final class NameCount {
    static final int SAMPLES = 3;

    private int items;
    private int asTool;
    private int lower;
    /** A bit for each author, by hash: 64 tell a few from many. */
    private long authors;
    private String written;
    private int lead;
    private final List<String> samples = new ArrayList<>(SAMPLES);

    NameCount(String written) {
        this.written = written;
    }

    /** An item names it. */
    void named(String as, boolean tool, @Nullable String author, String fullname) {
        items++;
        asTool += tool ? 1 : 0;
        authors |= author == null ? 0 : 1L << ((author.hashCode() * 0x9E3779B9) >>> 26);
        vote(as, 1);
        if (tool && samples.size() < SAMPLES) {
            samples.add(fullname);
        }
    }

    /** It is written without a capital. */
    void inLowerCase() {
        lower++;
    }

    void add(NameCount other) {
        items += other.items;
        asTool += other.asTool;
        lower += other.lower;
        authors |= other.authors;
        vote(other.written, other.lead);
        other.samples.stream().limit(SAMPLES - samples.size()).forEach(samples::add);
    }

    /** The spelling that more than half of them use wins (Boyer and Moore). */
    private void vote(String as, int votes) {
        if (as.equals(written)) {
            lead += votes;
        } else if (votes > lead) {
            written = as;
            lead = votes - lead;
        } else {
            lead -= votes;
        }
    }

    int items() {
        return items;
    }

    /** Items in which it stood once where tools do. */
    int asTool() {
        return asTool;
    }

    /** At least so many have named it, up to 64. */
    int authors() {
        return Long.bitCount(authors);
    }

    /** Share of its uses that have no capital. */
    double lowerShare() {
        return (double) lower / Math.max(1, lower + items);
    }

    String written() {
        return written;
    }

    /** Fullnames of a few items in which it stood where tools do. */
    List<String> samples() {
        return List.copyOf(samples);
    }
}
