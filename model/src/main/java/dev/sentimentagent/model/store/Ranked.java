package dev.sentimentagent.model.store;

import java.util.List;

/**
 * Part of a ranking.
 *
 * @param total how long the whole of it is
 */
public record Ranked<T>(List<T> items, long total) {
    public Ranked {
        items = List.copyOf(items);
    }
}
