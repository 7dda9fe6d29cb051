package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Counts the items of a scope, their threads and their authors. Not thread-safe; may be used again and again. */
final class Counting {
    private final ClusterSums threads = new ClusterSums();
    private final ClusterSums authors = new ClusterSums();
    private Sums sums = new Sums();

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
    }

    /** Counts what is in memory of a scope. */
    Cell count(Voices voices, Scope scope) {
        threads.clear();
        authors.clear();
        sums = new Sums();
        boolean[] counted = voices.groups().of(scope);
        voices.each(scope.window(), (group, sign, compound, thread, author) -> {
            if (group < counted.length && counted[group]) {
                sums.take(sign, compound);
                threads.add(thread, sign, compound);
                if (author != HourVoices.NOBODY) {
                    authors.add(author, sign, compound);
                }
            }
        });
        Tally tally = sums.tally();
        Clustering clustering = clustering(tally, threads);
        return new Cell(tally, voices.hold(scope.window()) ? clustering.with(authors.clusters()) : clustering.ofOthers());
    }

    /** The tallies alone, one for each part of the scope's window: parts in order that do not overlap. */
    static List<Tally> tallies(Voices voices, Scope scope, List<Window> parts) {
        boolean[] counted = voices.groups().of(scope);
        List<Tally> tallies = new ArrayList<>(parts.size());
        for (Window part : parts) {
            Sums sums = new Sums();
            voices.each(part, (group, sign, compound, _, _) -> {
                if (group < counted.length && counted[group]) {
                    sums.take(sign, compound);
                }
            });
            tallies.add(sums.tally());
        }
        return tallies;
    }

    /** The mean of the authors' means: one author with 40 comments is one voice. Of a scope that has been counted. */
    Mean byAuthor() {
        double[] means = new double[2];
        authors.each((items, score, _, _) -> {
            double mean = (double) score / items / Score.COMPOUND_UNITS;
            means[0] += mean;
            means[1] += mean * mean;
        });
        return Estimates.mean(authors.clusters(), means[0], means[1]);
    }

    /** Of threads, without knowing how many people stand behind them. */
    static Clustering clustering(Tally tally, ClusterSums threads) {
        long n = tally.total();
        DesignEffect mean = new DesignEffect(n, tally.squareSumE8());
        DesignEffect positive = new DesignEffect(n, tally.positive());
        DesignEffect negative = new DesignEffect(n, tally.negative());
        DesignEffect neutral = new DesignEffect(n, tally.neutral());
        double[] squaredSizes = new double[1];
        threads.each((items, score, up, down) -> {
            mean.add(items, (double) score);
            positive.add(items, up);
            negative.add(items, down);
            neutral.add(items, items - up - down);
            squaredSizes[0] += (double) items * items;
        });
        return new Clustering(n, mean.value(), positive.value(), neutral.value(), negative.value(), n == 0 ? 1 : squaredSizes[0] / n,
                OptionalLong.of(threads.clusters()), OptionalLong.empty());
    }
}
