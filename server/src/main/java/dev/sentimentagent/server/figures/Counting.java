package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Counts items that are in memory. */
final class Counting {
    private Counting() {}

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

    /** Of the threads of one scope, without knowing how many people stand behind them. */
    static Clustering clustering(Tally tally, ClusterSums threads) {
        ThreadEffects effects = new ThreadEffects(tally);
        threads.each((_, items, score, up, down) -> effects.add(items, score, up, down));
        return effects.clustering();
    }
}
