package dev.sentimentagent.model.catalogue;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.ToolVerdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Changes the tools that stored items speak of: of every item that speaks of one of some tools. What is changed is remembered, so that it
 * can be taken back.
 *
 * @param of ids of those tools
 * @param remove ids that are taken away
 * @param add ids that are added
 */
public record Retag(Set<String> of, Set<String> remove, Set<String> add) {
    public Retag {
        of = Set.copyOf(of);
        remove = Set.copyOf(remove);
        add = Set.copyOf(add);
    }

    /** What an item that speaks of one of them speaks of afterwards. */
    public Set<String> apply(Set<String> tools) {
        Set<String> after = new HashSet<>(tools);
        after.removeAll(remove);
        after.addAll(add);
        return Set.copyOf(after);
    }

    /** The same with its verdicts: those that stay keep theirs, and what comes in the place of another takes over the verdict on that. */
    public Mentions apply(Mentions mentions) {
        Set<String> after = apply(mentions.toolIds());
        Map<String, ToolVerdict> verdicts = new HashMap<>(mentions.verdicts());
        verdicts.keySet().retainAll(after);
        mentions.toolIds().stream().filter(remove::contains).sorted().findFirst().ifPresent(gone -> {
            ToolVerdict verdict = mentions.verdicts().get(gone);
            if (verdict != null) {
                after.stream().filter(tool -> !mentions.toolIds().contains(tool)).forEach(tool -> verdicts.put(tool, verdict));
            }
        });
        return new Mentions(after, verdicts);
    }

    /** Whether an item with these tools is one of those that are changed. */
    public boolean concerns(Set<String> tools) {
        return tools.stream().anyMatch(of::contains);
    }
}
