package dev.sentimentagent.reddit;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;

/** What one line of a dump held. */
public sealed interface DumpLine {
    /** Number of the line in its file, from 1, blank lines counted. */
    long lineNumber();

    /** A well-formed item. */
    record Parsed(Item item, long lineNumber) implements DumpLine {
        public Parsed {
            requireNonNull(item, "item");
        }
    }

    /** A line that could not be understood. */
    record Bad(Rejection rejection, long lineNumber) implements DumpLine {
        public Bad {
            requireNonNull(rejection, "rejection");
        }
    }
}
