package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;

/**
 * One side of a comparison.
 *
 * @param collected share of the window, 0 to 1, of which anything was collected
 * @param scoredAlike whether its items were scored by the methods that have scored those of the side that comes after it
 */
record Side(Tally tally, Clustering clustering, double collected, boolean scoredAlike) {
    Side(Tally tally, Clustering clustering, double collected) {
        this(tally, clustering, collected, true);
    }

    Share positive() {
        return share(tally.positive(), clustering.positive());
    }

    Share neutral() {
        return share(tally.neutral(), clustering.neutral());
    }

    Share negative() {
        return share(tally.negative(), clustering.negative());
    }

    private Share share(long count, double designEffect) {
        return Estimates.share(count, tally.total(), designEffect, clustering.degrees(designEffect, tally.total()));
    }

    Mean mean() {
        return Estimates.mean(tally, clustering);
    }

    Side scoredAlike(boolean alike) {
        return new Side(tally, clustering, collected, alike);
    }

    /** Of too few of the items is known how they hang together: then as the others' do. */
    Side or(Clustering others) {
        return clustering.items() * 2 >= tally.total() ? this : new Side(tally, others.ofOthers(), collected, scoredAlike);
    }

    Change positiveChange(Side after) {
        return known(after, Estimates.change(positive(), clustering.positive(), after.positive(), after.clustering.positive()));
    }

    Change neutralChange(Side after) {
        return known(after, Estimates.change(neutral(), clustering.neutral(), after.neutral(), after.clustering.neutral()));
    }

    Change negativeChange(Side after) {
        return known(after, Estimates.change(negative(), clustering.negative(), after.negative(), after.clustering.negative()));
    }

    Change meanChange(Side after) {
        return known(after, Estimates.change(mean(), after.mean()));
    }

    VolumeChange volumeChange(Side after) {
        return Estimates.volume(tally.total(), clustering.volume(), collected, after.tally.total(), after.clustering.volume(),
                after.collected);
    }

    private Change known(Side after, Change change) {
        boolean fewForWantOfCollecting = change.verdict() == Verdict.TOO_FEW && after.tally.total() >= Mean.ENOUGH
                && collected < Estimates.COMPARABLE * after.collected;
        if (collected == 0 || after.collected == 0 || fewForWantOfCollecting) {
            return change.with(Verdict.NOT_COLLECTED);
        }
        return scoredAlike || change.verdict() == Verdict.TOO_FEW ? change : change.with(Verdict.OTHERWISE_SCORED);
    }
}
