package dev.sentimentagent.server.trending;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The most engaging posts of a real week, grouped by hand.
 *
 * @param end of the 7 days
 * @param groups name of the group by id of the post; a post of no group is one of its own
 */
record GroupsByHand(Instant end, Map<String, String> groups) {
    /** Parameters were chosen on it. */
    static final GroupsByHand TUNED = read("groups-2025-08-08.tsv", "2025-08-08T12:00:00Z");
    /** Nothing was chosen on it. */
    static final GroupsByHand HELD_OUT = read("groups-2025-08-01.tsv", "2025-08-01T00:00:00Z");

    private static GroupsByHand read(String name, String end) {
        try (InputStream in = GroupsByHand.class.getResourceAsStream(name)) {
            Map<String, String> groups = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] fields = line.split("\t", -1);
                groups.put(fields[0], fields[1].equals("-") ? fields[0] : fields[1]);
            });
            return new GroupsByHand(Instant.parse(end), groups);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
