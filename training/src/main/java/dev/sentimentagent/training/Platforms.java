package dev.sentimentagent.training;

import dev.sentimentagent.sentiment.TalkFeatures;
import dev.sentimentagent.sentiment.TalkModel;
import dev.sentimentagent.sentiment.evaluation.LabelledFile;
import dev.sentimentagent.sentiment.evaluation.LabelledText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads the platforms of a folder, a labelled file each, in the order of their names. */
final class Platforms {
    private Platforms() {}

    static List<Platform> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().matches(".*\\.(ndjson|jsonl)(\\.gz)?")).sorted().toList();
        }
        TalkFeatures features = new TalkFeatures();
        List<Platform> platforms = new ArrayList<>();
        for (Path file : files) {
            List<LabelledText> texts = new LabelledFile(file).read();
            platforms.add(new Platform(LabelledFile.name(file), texts, texts.stream().map(text -> example(features, text)).toList()));
        }
        return platforms;
    }

    private static Example example(TalkFeatures features, LabelledText text) {
        features.read(text.text());
        int[] hashes = new int[features.size()];
        Arrays.setAll(hashes, features::hash);
        double[] figures = new double[TalkFeatures.FIGURES];
        Arrays.setAll(figures, features::figure);
        return new Example(Arrays.stream(hashes).sorted().distinct().toArray(), figures, TalkModel.CLASSES.indexOf(text.label()));
    }
}
