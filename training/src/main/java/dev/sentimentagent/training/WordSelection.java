package dev.sentimentagent.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words and pairs of words that get weights: those that several platforms have, which hints that they mean the same on others. */
final class WordSelection {
    private WordSelection() {}

    /** Their hashes, ascending. */
    static int[] of(List<Platform> platforms, Options options) {
        Map<Integer, Use> uses = new HashMap<>();
        for (Platform platform : platforms) {
            for (Example example : platform.examples()) {
                for (int hash : example.hashes()) {
                    uses.computeIfAbsent(hash, key -> new Use()).add(platform);
                }
            }
        }
        return uses.entrySet().stream()
                .filter(use -> use.getValue().texts >= options.leastTexts() && use.getValue().platforms >= options.leastPlatforms())
                .mapToInt(Map.Entry::getKey).sorted().toArray();
    }

    private static final class Use {
        private int texts;
        private int platforms;
        private String last = "";

        void add(Platform platform) {
            texts++;
            if (!last.equals(platform.name())) {
                last = platform.name();
                platforms++;
            }
        }
    }
}
