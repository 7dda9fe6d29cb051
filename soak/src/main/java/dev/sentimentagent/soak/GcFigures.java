package dev.sentimentagent.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process's garbage collector did, from its log.
 *
 * @param heapAfterMb heap in use after each collection, in order
 * @param pauseMs how long each lasted
 */
public record GcFigures(List<Double> heapAfterMb, List<Double> pauseMs) {
    private static final Pattern PAUSE = Pattern.compile("Pause .*?(\\d+)M->(\\d+)M\\(\\d+M\\) ([\\d.]+)ms");
    private static final int RECENT = 20;

    public GcFigures {
        heapAfterMb = List.copyOf(heapAfterMb);
        pauseMs = List.copyOf(pauseMs);
    }

    public static GcFigures read(Path log) throws IOException {
        return Files.exists(log) ? parse(Files.readAllLines(log)) : new GcFigures(List.of(), List.of());
    }

    public static GcFigures parse(List<String> lines) {
        List<Double> after = new ArrayList<>();
        List<Double> pauses = new ArrayList<>();
        for (String line : lines) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                after.add(Double.valueOf(pause.group(2)));
                pauses.add(Double.valueOf(pause.group(3)));
            }
        }
        return new GcFigures(after, pauses);
    }

    /** Least heap in use after any of the first collections: what the service needs once it is up. */
    double heapEarlyMb() {
        return least(heapAfterMb.subList(0, Math.min(RECENT, heapAfterMb.size())));
    }

    /** Least heap in use after any of the last collections: what it needs in the end, less what had not been collected yet. */
    double heapLateMb() {
        return least(heapAfterMb.subList(Math.max(0, heapAfterMb.size() - RECENT), heapAfterMb.size()));
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
