package dev.sentimentagent.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.sentimentagent.sentiment.TalkFeatures;
import dev.sentimentagent.sentiment.TalkModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains a model: three logistic regressions with an L2 penalty, a class against the rest, each class of the same weight, by LIBLINEAR's
 * trust region Newton method, which has no randomness. The same texts give the same model.
 */
final class Trainer {
    private static final double TOLERANCE = 0.01;
    private static final int OF_CLASS = 1;
    private static final int OF_REST = 2;

    private final Options options;

    Trainer(Options options) {
        this.options = options;
    }

    /** A model without calibration. */
    TalkModel train(List<Platform> platforms) {
        int[] words = WordSelection.of(platforms, options);
        List<Feature[]> rows = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Platform platform : platforms) {
            for (Example example : Sampling.evenly(platform.examples(), options.mostTexts())) {
                rows.add(row(example, words));
                labels.add(example.label());
            }
        }
        int classes = TalkModel.CLASSES.size();
        double[][] wordWeights = new double[classes][];
        double[][] figureWeights = new double[classes][];
        double[] biases = new double[classes];
        for (int c = 0; c < classes; c++) {
            double[] weights = solve(rows, labels, c, TalkFeatures.FIGURES + words.length + 1);
            figureWeights[c] = Arrays.copyOf(weights, TalkFeatures.FIGURES);
            wordWeights[c] = Arrays.copyOfRange(weights, TalkFeatures.FIGURES, TalkFeatures.FIGURES + words.length);
            biases[c] = weights[weights.length - 1];
        }
        return TalkModel.of(words, wordWeights, figureWeights, biases);
    }

    /** Figures first, then words, then a constant, whose weight is penalised like any other. */
    private static Feature[] row(Example example, int[] words) {
        List<Feature> row = new ArrayList<>();
        for (int i = 0; i < TalkFeatures.FIGURES; i++) {
            if (example.figures()[i] != 0) {
                row.add(new FeatureNode(i + 1, example.figures()[i]));
            }
        }
        int[] places = Arrays.stream(example.hashes()).map(hash -> Arrays.binarySearch(words, hash)).filter(place -> place >= 0).sorted()
                .toArray();
        double value = TalkModel.WORDS_NORM / Math.sqrt(Math.max(1, places.length));
        for (int place : places) {
            row.add(new FeatureNode(TalkFeatures.FIGURES + place + 1, value));
        }
        row.add(new FeatureNode(TalkFeatures.FIGURES + words.length + 1, 1));
        return row.toArray(new Feature[0]);
    }

    private double[] solve(List<Feature[]> rows, List<Integer> labels, int c, int features) {
        Problem problem = new Problem();
        problem.l = rows.size();
        problem.n = features;
        problem.x = rows.toArray(new Feature[0][]);
        problem.y = labels.stream().mapToDouble(label -> label == c ? OF_CLASS : OF_REST).toArray();
        double ofClass = labels.stream().filter(label -> label == c).count();
        double all = labels.size();
        Parameter parameter = new Parameter(SolverType.L2R_LR, options.c(), TOLERANCE);
        parameter.setWeights(new double[]{all / (2 * ofClass), all / (2 * (all - ofClass))}, new int[]{OF_CLASS, OF_REST});
        Model model = Linear.train(problem, parameter);
        double[] weights = model.getFeatureWeights();
        return model.getLabels()[0] == OF_CLASS ? weights : Arrays.stream(weights).map(weight -> -weight).toArray();
    }
}
