package dev.sentimentagent.server.detection;

import dev.sentimentagent.model.Item;
import java.util.HashMap;
import java.util.Map;

/** What names some items hold, as many of them as there is room for. Not thread-safe. */
final class NameCounts {
    /** Beyond it those that were met once are forgotten, as are rare ones when a day is over: they reach no threshold. */
    private static final int ROOM = 20_000;
    private static final int RARE = 1;

    private final Map<String, NameCount> counts = new HashMap<>();

    void add(Item item, NameSpotter spotter) {
        Words words = Words.of(item.text());
        spotter.spot(words).forEach((key, spotted) -> counts.computeIfAbsent(key, _ -> new NameCount(spotted.written()))
                .named(spotted.written(), spotted.asTool(), item.author(), item.fullname()));
        for (Words.Word word : words.words()) {
            if (Character.isLowerCase(word.text().charAt(0))) {
                NameCount count = counts.get(word.text());
                if (count != null) {
                    count.inLowerCase();
                }
            }
        }
        if (counts.size() > ROOM) {
            forgetRare();
        }
    }

    void add(NameCounts others) {
        others.counts.forEach((key, count) -> counts.computeIfAbsent(key, _ -> new NameCount(count.written())).add(count));
    }

    void forgetRare() {
        counts.values().removeIf(count -> count.items() <= RARE);
    }

    /** By the keys of the names. */
    Map<String, NameCount> byKey() {
        return counts;
    }
}
