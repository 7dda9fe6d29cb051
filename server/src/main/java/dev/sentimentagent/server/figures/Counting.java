package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts items that are in memory, their threads and their authors, for all rows at once. Not thread-safe; may be used again and again. */
final class Counting {
    /** So many items at once fill tables of a few megabytes; more are looked at again for each such part. */
    private static final int AT_ONCE = 100_000;

    private final ClusterSums threads = new ClusterSums();
    private final DistinctAuthors authors = new DistinctAuthors();

    private static final class Sums {
        private long positive;
        private long negative;
        private long neutral;
        private long scores;
        private long squares;

        void take(int sign, int compound) {
            scores += compound;
            squares += (long) compound * compound;
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

        static Sums[] of(int rows) {
            return Stream.generate(Sums::new).limit(rows).toArray(Sums[]::new);
        }
    }

    /** The design effects of one row while its threads are taken in. */
    private static final class Threads {
        private final long items;
        private final DesignEffect mean;
        private final DesignEffect positive;
        private final DesignEffect negative;
        private final DesignEffect neutral;
        private double squaredSizes;
        private long count;

        Threads(Tally tally) {
            items = tally.total();
            mean = new DesignEffect(items, tally.squareSumE8());
            positive = new DesignEffect(items, tally.positive());
            negative = new DesignEffect(items, tally.negative());
            neutral = new DesignEffect(items, tally.neutral());
        }

        void add(int size, long score, int up, int down) {
            mean.add(size, (double) score);
            positive.add(size, up);
            negative.add(size, down);
            neutral.add(size, size - up - down);
            squaredSizes += (double) size * size;
            count++;
        }

        Clustering clustering() {
            return new Clustering(items, mean.value(), positive.value(), neutral.value(), negative.value(),
                    items == 0 ? 1 : squaredSizes / items, OptionalLong.of(count), OptionalLong.empty());
        }
    }

    /** Counts what is in memory of a window; the cells are those of the rows, in their order. */
    List<Cell> count(Voices voices, Window window, Rows rows) {
        List<Tally> tallies = tallies(voices, rows, List.of(window)).stream().map(List::getFirst).toList();
        Threads[] threadsOf = tallies.stream().map(Threads::new).toArray(Threads[]::new);
        authors.reset(rows.size());
        long all = tallies.stream().mapToLong(Tally::total).sum();
        int parts = Integer.highestOneBit(1 + (int) (all / AT_ONCE));
        for (int part = 0; part < parts; part++) {
            count(voices, window, rows, part, parts);
            threads.each((row, items, score, up, down) -> threadsOf[row].add(items, score, up, down));
        }
        boolean whole = voices.hold(window);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> new Cell(tallies.get(row), whole
                        ? threadsOf[row].clustering().with(authors.count(row))
                        : threadsOf[row].clustering().ofOthers()))
                .toList();
    }

    /**
     * Counts one part of the threads and of the authors.
     *
     * @param parts a power of two
     */
    private void count(Voices voices, Window window, Rows rows, int part, int parts) {
        threads.clear();
        authors.clear();
        voices.each(window, rows::counts, (group, sign, compound, thread, author) -> {
            boolean ofThread = (thread & (parts - 1)) == part;
            boolean ofAuthor = (author & (parts - 1)) == part;
            if (ofThread || ofAuthor) {
                rows.count(group, sign, compound, (row, as, score) -> {
                    if (ofThread) {
                        threads.add(row, thread, as, score);
                    }
                    if (ofAuthor) {
                        authors.add(row, author);
                    }
                });
            }
        });
    }

    /** The tallies alone: of each row, in their order, one for each part. The parts are in order and do not overlap. */
    static List<List<Tally>> tallies(Voices voices, Rows rows, List<Window> parts) {
        List<Sums[]> counted = new ArrayList<>(parts.size());
        for (Window part : parts) {
            Sums[] sums = Sums.of(rows.size());
            Rows.Counted take = (row, sign, compound) -> sums[row].take(sign, compound);
            voices.each(part, rows::counts, (group, sign, compound, _, _) -> rows.count(group, sign, compound, take));
            counted.add(sums);
        }
        return IntStream.range(0, rows.size()).mapToObj(row -> counted.stream().map(sums -> sums[row].tally()).toList()).toList();
    }

    /** The mean of the authors' means: one author with 40 comments is one voice. */
    static Mean byAuthor(Voices voices, Scope scope) {
        ClusterSums authors = new ClusterSums();
        Rows rows = Rows.of(voices.groups(), scope, null);
        voices.each(scope.window(), rows::counts, (group, sign, compound, _, author) -> {
            if (author != HourVoices.NOBODY) {
                rows.count(group, sign, compound, (_, as, score) -> authors.add(author, as, score));
            }
        });
        double[] means = new double[2];
        authors.each((_, items, score, _, _) -> {
            double mean = (double) score / items / Score.COMPOUND_UNITS;
            means[0] += mean;
            means[1] += mean * mean;
        });
        return Estimates.mean(authors.clusters(), means[0], means[1]);
    }

    /** Of the threads of one row, without knowing how many people stand behind them. */
    static Clustering clustering(Tally tally, ClusterSums threads) {
        Threads one = new Threads(tally);
        threads.each((_, items, score, up, down) -> one.add(items, score, up, down));
        return one.clustering();
    }
}
