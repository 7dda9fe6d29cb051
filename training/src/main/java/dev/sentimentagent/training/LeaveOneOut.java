package dev.sentimentagent.training;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.SentimentScorer;
import dev.sentimentagent.sentiment.Scorers;
import dev.sentimentagent.sentiment.TalkFeatures;
import dev.sentimentagent.sentiment.TalkModel;
import dev.sentimentagent.sentiment.TalkReader;
import dev.sentimentagent.sentiment.evaluation.Confusion;
import dev.sentimentagent.sentiment.evaluation.LabelledText;
import dev.sentimentagent.sentiment.evaluation.Reliability;
import dev.sentimentagent.training.Calibrator.Fit;
import dev.sentimentagent.training.Calibrator.Unseen;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Tries each platform on a model that was trained on the others and calibrated on what such models made of the others. */
final class LeaveOneOut {
    private final List<Unseen> unseen;

    private LeaveOneOut(List<Unseen> unseen) {
        this.unseen = unseen;
    }

    static LeaveOneOut run(List<Platform> platforms, Trainer trainer) {
        return new LeaveOneOut(platforms.parallelStream().map(platform -> {
            TalkModel model = trainer.train(platforms.stream().filter(other -> !other.name().equals(platform.name())).toList());
            TalkReader reader = new TalkReader(model, new TalkFeatures());
            return new Unseen(platform, platform.examples(),
                    platform.texts().stream().map(text -> reader.sums(text.text()).clone()).toList());
        }).toList());
    }

    /** A model that was trained on all of them, calibrated. */
    TalkModel calibrate(TalkModel model) {
        Fit fit = Calibrator.fit(unseen);
        return model.with(fit.calibration(), fit.corrections());
    }

    /** Prints a table in Markdown, with VADER beside it, and the reliability over all of them. */
    void print(PrintStream out) {
        SentimentScorer vader = Scorers.of(SentimentMethod.VADER);
        out.println(
                "| platform left out | texts | VADER accuracy / macro-F1 | accuracy / macro-F1 | positive: gold, given | negative: gold, given"
                        + " | calibration error |\n|---|---|---|---|---|---|---|");
        double sum = 0;
        double worst = 0;
        double vaderSum = 0;
        Reliability all = new Reliability();
        for (Unseen one : unseen) {
            Fit fit = Calibrator
                    .fit(unseen.stream().filter(other -> !other.platform().name().equals(one.platform().name())).toList());
            Confusion confusion = new Confusion();
            Confusion vaderConfusion = new Confusion();
            Reliability reliability = new Reliability();
            List<LabelledText> texts = one.platform().texts();
            for (int i = 0; i < texts.size(); i++) {
                LabelledText text = texts.get(i);
                Score vaderScore = vader.score(text.text());
                vaderConfusion.add(text.label(), vaderScore.sentiment());
                double[] probabilities = fit.probabilities(one.sums().get(i), one.examples().get(i));
                int best = IntStream.range(0, probabilities.length).reduce(0, (a, b) -> probabilities[b] > probabilities[a] ? b : a);
                Sentiment given = TalkModel.CLASSES.get(best);
                confusion.add(text.label(), given);
                reliability.add(probabilities[best], given == text.label());
                all.add(probabilities[best], given == text.label());
            }
            worst = Math.max(worst, Math.abs(confusion.givenShare(Sentiment.POSITIVE) - confusion.goldShare(Sentiment.POSITIVE)));
            sum += confusion.macroF1();
            vaderSum += vaderConfusion.macroF1();
            out.printf(Locale.ROOT, "| %s | %d | %.3f / %.3f | %.3f / %.3f | %.3f, %.3f | %.3f, %.3f | %.3f |%n", one.platform().name(),
                    texts.size(), vaderConfusion.accuracy(), vaderConfusion.macroF1(), confusion.accuracy(), confusion.macroF1(),
                    confusion.goldShare(Sentiment.POSITIVE), confusion.givenShare(Sentiment.POSITIVE),
                    confusion.goldShare(Sentiment.NEGATIVE), confusion.givenShare(Sentiment.NEGATIVE), reliability.error());
        }
        out.printf(Locale.ROOT,
                "| mean | | %.3f | %.3f | | | |%n%nA share of positives is off by %.3f at most.%n%n| confidence | texts | right |%n|---|---|---|%n",
                vaderSum / unseen.size(), sum / unseen.size(), worst);
        for (int bin = 0; bin < Reliability.BINS; bin++) {
            if (all.texts(bin) > 0) {
                out.printf(Locale.ROOT, "| %.2f | %d | %.2f |%n", all.meanConfidence(bin), all.texts(bin), all.accuracy(bin));
            }
        }
    }
}
