package dev.sentimentagent.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts lines of input that were not what they seemed, and remembers the first of each kind. Thread-safe. */
final class OddLines {
    private final Kind broken = new Kind("looked like JSON and are not: scored as plain text");
    private final Kind textless = new Kind("are JSON without a \"text\" that is a string: scored as empty");

    private volatile boolean header;

    private static final class Kind {
        private final String what;
        private final AtomicLong count = new AtomicLong();
        private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);

        Kind(String what) {
            this.what = what;
        }

        void add(long line) {
            count.incrementAndGet();
            first.accumulateAndGet(line, Math::min);
        }

        String remark() {
            return count + " line(s) " + what + "; the first is line " + first;
        }
    }

    /** A line that begins like an object and is none. */
    void broken(long line) {
        broken.add(line);
    }

    /** An object that has no text. */
    void textless(long line) {
        textless.add(line);
    }

    /** A first line that names the columns of a table. */
    void header() {
        header = true;
    }

    /** One sentence for each kind that there was. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (Kind kind : List.of(broken, textless)) {
            if (kind.count.get() > 0) {
                remarks.add(kind.remark());
            }
        }
        if (header) {
            remarks.add("the first line looks like the header of a table, and was scored as a text, as all others: --table reads tables");
        }
        return remarks;
    }
}
