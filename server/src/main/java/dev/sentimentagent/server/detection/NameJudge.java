package dev.sentimentagent.server.detection;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells names of tools from other names, by how they are spoken of. */
record NameJudge(int threshold, KnownNames known) {
    /** A word that has no capital more often than that is one that everybody uses. */
    private static final double COMMON = 0.8;
    /** Share of its items in which a tool stands once where tools do; of companies and machines it is a half of that. */
    private static final double AS_TOOL = 0.08;
    private static final int LEAST_AS_TOOL = 5;
    /** One who speaks of his own thing all the time makes no tool. */
    private static final int LEAST_AUTHORS = 10;
    /** A part of a longer name, or a variant of a shorter one, if it is so seldom without it, or so seldom meant. */
    private static final double PART = 0.5;

    /** The names that look like tools, the most spoken of first. */
    List<NameCount> pick(Map<String, NameCount> counts) {
        List<NameCount> frequent = counts.entrySet().stream()
                .filter(entry -> entry.getValue().items() >= threshold && !known.has(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<NameCount> picked = new ArrayList<>();
        for (NameCount count : frequent) {
            if (isSpokenOfAsTool(count) && !isCommon(count, counts) && !isPart(count, frequent) && !isVariant(count, frequent)) {
                picked.add(count);
            }
        }
        picked.sort(comparingInt(NameCount::items).reversed().thenComparing(NameCount::written));
        return picked;
    }

    private static boolean isSpokenOfAsTool(NameCount count) {
        return count.authors() >= LEAST_AUTHORS && count.asTool() >= Math.max(LEAST_AS_TOOL, AS_TOOL * count.items());
    }

    private boolean isCommon(NameCount count, Map<String, NameCount> counts) {
        String[] parts = count.written().split(" ");
        if (parts.length == 1) {
            return count.lowerShare() > COMMON;
        }
        for (String part : parts) {
            NameCount alone = counts.get(NameForm.key(part));
            if (!known.has(NameForm.key(part)) && (alone == null || alone.lowerShare() <= COMMON)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(NameCount count, List<NameCount> frequent) {
        return !isLong(count) && frequent.stream()
                .anyMatch(longer -> isLong(longer) && hasPart(longer, count) && longer.items() >= PART * count.items());
    }

    private static boolean isVariant(NameCount count, List<NameCount> frequent) {
        return isLong(count) && frequent.stream()
                .anyMatch(shorter -> !isLong(shorter) && hasPart(count, shorter) && isSpokenOfAsTool(shorter)
                        && count.items() < PART * shorter.items());
    }

    private static boolean isLong(NameCount count) {
        return count.written().indexOf(' ') > 0;
    }

    private static boolean hasPart(NameCount longer, NameCount part) {
        return (" " + longer.written() + " ").contains(" " + part.written() + " ");
    }
}
