package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Tally;
import java.util.List;
import java.util.OptionalLong;

/** Counts the items of a scope, their threads and their authors. Not thread-safe; may be used again and again. */
final class Counting {
    private final ClusterSums threads = new ClusterSums();
    private final ClusterSums authors = new ClusterSums();
    private long positive;
    private long negative;
    private long neutral;
    private long sum;
    private long squares;

    /** Counts what is in memory of a scope. */
    Cell count(Voices voices, Scope scope) {
        threads.clear();
        authors.clear();
        positive = negative = neutral = sum = squares = 0;
        boolean[] counted = counted(voices, scope);
        voices.each(scope.window(), (group, sign, compound, thread, author) -> {
            // A group that is newer than the list came with items that are newer than the question.
            if (group < counted.length && counted[group]) {
                take(sign, compound);
                threads.add(thread, sign, compound);
                if (author != HourVoices.NOBODY) {
                    authors.add(author, sign, compound);
                }
            }
        });
        Tally tally = new Tally(positive, negative, neutral, sum, squares);
        Clustering clustering = clustering(tally, threads);
        return new Cell(tally, voices.hold(scope.window()) ? clustering.with(authors.clusters()) : clustering.ofOthers());
    }

    /** The tally alone. */
    static Tally tally(Voices voices, Scope scope) {
        Counting counting = new Counting();
        boolean[] counted = counted(voices, scope);
        voices.each(scope.window(), (group, sign, compound, _, _) -> {
            if (group < counted.length && counted[group]) {
                counting.take(sign, compound);
            }
        });
        return new Tally(counting.positive, counting.negative, counting.neutral, counting.sum, counting.squares);
    }

    /** The mean of the authors' means: one author with 40 comments is one voice. Of a scope that has been counted. */
    Mean byAuthor() {
        double[] sums = new double[2];
        authors.each((items, score, _, _) -> {
            double mean = (double) score / items / Score.COMPOUND_UNITS;
            sums[0] += mean;
            sums[1] += mean * mean;
        });
        return Estimates.mean(authors.clusters(), sums[0], sums[1]);
    }

    private void take(int sign, int compound) {
        sum += compound;
        squares += (long) compound * compound;
        if (sign > 0) {
            positive++;
        } else if (sign < 0) {
            negative++;
        } else {
            neutral++;
        }
    }

    private static boolean[] counted(Voices voices, Scope scope) {
        List<VoiceGroups.Group> groups = voices.groups().list();
        boolean[] counted = new boolean[groups.size()];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = groups.get(i).matches(scope.subreddit(), scope.toolId());
        }
        return counted;
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
