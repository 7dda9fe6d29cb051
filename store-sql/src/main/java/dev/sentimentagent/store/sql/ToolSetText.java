package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.ToolVerdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A set of tools with its verdicts as one text, by which it is found: the ids, sorted, one a line, each followed by class and score of its
 * verdict if it has one.
 */
final class ToolSetText {
    private static final String SEPARATOR = "\n";
    private static final char BEFORE_VERDICT = '\t';

    private ToolSetText() {}

    /** @throws IllegalArgumentException if an id is empty or holds a line break or a tab */
    static String write(Mentions mentions) {
        StringBuilder text = new StringBuilder();
        for (String tool : new TreeSet<>(mentions.toolIds())) {
            if (tool.isEmpty() || tool.contains(SEPARATOR) || tool.indexOf(BEFORE_VERDICT) >= 0) {
                throw new IllegalArgumentException("not the id of a tool: " + tool);
            }
            text.append(text.isEmpty() ? "" : SEPARATOR).append(tool);
            ToolVerdict verdict = mentions.verdicts().get(tool);
            if (verdict != null) {
                text.append(BEFORE_VERDICT).append(Codes.of(verdict.sentiment())).append(BEFORE_VERDICT).append(verdict.compoundE4());
            }
        }
        return text.toString();
    }

    static Mentions read(String text) {
        if (text.isEmpty()) {
            return Mentions.NONE;
        }
        Set<String> tools = new HashSet<>();
        Map<String, ToolVerdict> verdicts = new HashMap<>();
        for (String line : text.split(SEPARATOR)) {
            String[] fields = line.split(String.valueOf(BEFORE_VERDICT));
            // One string for each tool, not one for each set that it stands in.
            String tool = fields[0].intern();
            tools.add(tool);
            if (fields.length == 3) {
                verdicts.put(tool, new ToolVerdict(Codes.sentiment(Integer.parseInt(fields[1])), Integer.parseInt(fields[2])));
            }
        }
        return new Mentions(tools, verdicts);
    }
}
