package dev.sentimentagent.server.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Tally;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas against published and hand-computed values. */
class EstimatesTest {
    /** Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81,263,0.2553,0.3662", "15,148,0.0624,0.1605", "0,20,0.0000,0.1611", "1,29,0.0061,0.1718", "29,29,0.8830,1.0000"})
    void sharesHaveWilsonsInterval(long count, long of, double low, double high) {
        Share share = Estimates.share(count, of, 1);

        assertThat(share.low()).isCloseTo(low, within(0.00006));
        assertThat(share.high()).isCloseTo(high, within(0.00006));
    }

    /** Newcombe, "Interval estimation for the difference between independent proportions", same volume, table II, method 10. */
    @ParameterizedTest
    @CsvSource({"56,70,48,80,0.0524,0.3339", "9,10,3,10,0.1705,0.8090", "10,10,0,20,0.6791,1.0000"})
    void differencesOfSharesHaveNewcombesInterval(long count, long of, long before, long ofBefore, double low, double high) {
        Change change = Estimates.change(Estimates.share(before, ofBefore, 1), 1, Estimates.share(count, of, 1), 1);

        assertThat(change.low()).isCloseTo(low, within(0.00006));
        assertThat(change.high()).isCloseTo(high, within(0.00006));
    }

    @Test
    void aDesignEffectIsAsFewerItems() {
        Share share = Estimates.share(81 * 4, 263 * 4, 4);

        assertThat(share.low()).isCloseTo(0.2553, within(0.00006));
        assertThat(share.high()).isCloseTo(0.3662, within(0.00006));
    }

    /** Of 40 scores, half 0.2 and half 0.4: variance 0.01 · 40/39; t with 39 degrees of freedom is 2.0227. */
    @Test
    void aMeanHasStudentsInterval() {
        Mean mean = Estimates.mean(tally(0.2, 0.4, 20), Clustering.NONE);

        assertThat(mean.value()).isCloseTo(0.3, within(1e-12));
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(0.01 / 39), within(1e-12));
        assertThat(mean.high() - mean.value()).isCloseTo(2.0227 * mean.standardError(), within(1e-6));
        assertThat(mean.tooFew()).isFalse();
    }

    @Test
    void ofNothingAndOfOneNothingIsKnown() {
        assertThat(Estimates.mean(Tally.ZERO, Clustering.NONE)).isEqualTo(new Mean(0, 0, 0, -1, 1, 1, 0));
        assertThat(Estimates.mean(Tally.of(Sentiment.POSITIVE, 5000), Clustering.NONE)).isEqualTo(new Mean(0.5, 1, 0, -1, 1, 1, 0));
        assertThat(Estimates.share(0, 0, 1)).isEqualTo(new Share(0, 0, 0, 0, 1));
        Side nothing = new Side(Tally.ZERO, Clustering.NONE, 1);
        assertThat(nothing.meanChange(nothing).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(nothing.positiveChange(nothing).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(nothing.volumeChange(nothing).verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void under30ItemsAreTooFewAndWhatWasNotCollectedIsNotCompared() {
        Side few = new Side(tally(-0.9, -0.8, 14), Clustering.NONE, 1);
        Side enough = new Side(tally(0.8, 0.9, 15), Clustering.NONE, 1);
        Side uncollected = new Side(tally(-0.9, -0.8, 15), Clustering.NONE, 0);

        assertThat(few.meanChange(enough).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(enough.meanChange(new Side(tally(-0.9, -0.8, 15), Clustering.NONE, 1)).verdict()).isEqualTo(Verdict.FALL);
        assertThat(uncollected.meanChange(enough).verdict()).isEqualTo(Verdict.NOT_COLLECTED);
    }

    @Test
    void scoresThatAreAllTheSameChangeOnlyIfTheyDiffer() {
        Side zero = new Side(tally(0, 0, 20), Clustering.NONE, 1);

        assertThat(zero.meanChange(zero).verdict()).isEqualTo(Verdict.WITHIN_NOISE);
        assertThat(zero.meanChange(new Side(tally(0.1, 0.1, 20), Clustering.NONE, 1)).verdict()).isEqualTo(Verdict.RISE);
    }

    /** ln 1.5 ± 1.96 √(1/400 + 1/600). */
    @Test
    void volumesAreComparedByTheirRatio() {
        VolumeChange change = Estimates.volume(400, 1, 1, 600, 1, 1);

        assertThat(change.relative()).isEqualTo(0.5);
        assertThat(change.low()).isCloseTo(1.5 * Math.exp(-1.96 * Math.sqrt(1 / 400.0 + 1 / 600.0)) - 1, within(0.002));
        assertThat(change.verdict()).isEqualTo(Verdict.RISE);
        assertThat(Estimates.volume(400, 40, 1, 600, 40, 1).verdict()).isEqualTo(Verdict.WITHIN_NOISE);
        assertThat(Estimates.volume(400, 1, 0.6, 600, 1, 1).verdict()).isEqualTo(Verdict.NOT_COLLECTED);
        assertThat(Estimates.volume(0, 1, 1, 600, 1, 1).verdict()).isEqualTo(Verdict.RISE);
    }

    /** The example of Benjamini and Hochberg (1995), section 4.1: four of fifteen. */
    @Test
    void ofManyChangesThoseStandThatTheProcedureLetsStand() {
        List<Change> changes = DoubleStream
                .of(0.0278, 0.0001, 0.6528, 0.0004, 0.0019, 0.0095, 0.0201, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
                        0.5719, 0.7590, 1.0)
                .mapToObj(p -> new Change(0, 0, -1, -2, 0, p, p <= 0.05 ? Verdict.FALL : Verdict.WITHIN_NOISE))
                .toList();

        assertThat(FalseDiscovery.control(changes)).filteredOn(change -> change.verdict() == Verdict.FALL)
                .extracting(Change::pValue)
                .containsExactly(0.0001, 0.0004, 0.0019, 0.0095);
        assertThat(FalseDiscovery.control(List.of())).isEmpty();
    }

    /**
     * Two threads of three items, 1 1 1 and 0 0 0: all variance is between them, so ρ is 1 but for what is taken for usual (0.1, with ten times
     * the weight of one degree of freedom): 1 + 2 · (1 · 1 + 10 · 0.1) / 11.
     */
    @Test
    void aDesignEffectIsThatOfKish() {
        DesignEffect effect = new DesignEffect(6, 3);
        effect.add(3, 3);
        effect.add(3, 0);

        assertThat(effect.value()).isCloseTo(1 + 2 * (1 + 10 * 0.1) / 11, within(1e-12));
        DesignEffect alone = new DesignEffect(2, 1);
        alone.add(1, 1);
        alone.add(1, 0);
        assertThat(alone.value()).isEqualTo(1);
    }

    private static Tally tally(double one, double other, int times) {
        Tally sum = Tally.ZERO;
        for (int i = 0; i < times; i++) {
            sum = sum.plus(of(one)).plus(of(other));
        }
        return sum;
    }

    private static Tally of(double score) {
        Sentiment sentiment = score > 0 ? Sentiment.POSITIVE : score < 0 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
        return Tally.of(sentiment, (int) Math.round(score * 10_000));
    }
}
