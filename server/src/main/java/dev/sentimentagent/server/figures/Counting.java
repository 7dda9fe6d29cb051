package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts items that are in memory, their threads and their authors, in one pass for all rows. Not thread-safe; may be used again and again. */
final class Counting {
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
        threads.clear();
        authors.clear(rows.size());
        Sums[] sums = Sums.of(rows.size());
        voices.each(window, (group, sign, compound, thread, author) -> {
            for (int row : rows.of(group)) {
                sums[row].take(sign, compound);
                threads.add(row, thread, sign, compound);
                authors.add(row, author);
            }
        });
        List<Tally> tallies = Arrays.stream(sums).map(Sums::tally).toList();
        List<Clustering> clusterings = clusterings(tallies, threads);
        boolean whole = voices.hold(window);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> new Cell(tallies.get(row), whole
                        ? clusterings.get(row).with(authors.count(row))
                        : clusterings.get(row).ofOthers()))
                .toList();
    }

    /** The tallies alone: of each row, in their order, one for each part. The parts are in order and do not overlap. */
    static List<List<Tally>> tallies(Voices voices, Rows rows, List<Window> parts) {
        List<Sums[]> counted = new ArrayList<>(parts.size());
        for (Window part : parts) {
            Sums[] sums = Sums.of(rows.size());
            voices.each(part, (group, sign, compound, _, _) -> {
                for (int row : rows.of(group)) {
                    sums[row].take(sign, compound);
                }
            });
            counted.add(sums);
        }
        return IntStream.range(0, rows.size()).mapToObj(row -> counted.stream().map(sums -> sums[row].tally()).toList()).toList();
    }

    /** The mean of the authors' means: one author with 40 comments is one voice. */
    static Mean byAuthor(Voices voices, Scope scope) {
        ClusterSums authors = new ClusterSums();
        Rows rows = Rows.of(voices.groups(), scope, null);
        voices.each(scope.window(), (group, sign, compound, _, author) -> {
            if (author != HourVoices.NOBODY && rows.of(group).length > 0) {
                authors.add(author, sign, compound);
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
        return clusterings(List.of(tally), threads).getFirst();
    }

    private static List<Clustering> clusterings(List<Tally> tallies, ClusterSums sums) {
        Threads[] threads = tallies.stream().map(Threads::new).toArray(Threads[]::new);
        sums.each((row, items, score, up, down) -> threads[row].add(items, score, up, down));
        return Arrays.stream(threads).map(Threads::clustering).toList();
    }
}
