package dev.sentimentagent.model.catalogue;

import java.util.HashSet;
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

    /** Whether an item with these tools is one of those that are changed. */
    public boolean concerns(Set<String> tools) {
        return tools.stream().anyMatch(of::contains);
    }
}
