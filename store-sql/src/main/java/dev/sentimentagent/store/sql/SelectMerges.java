package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.catalogue.Merge;
import dev.sentimentagent.model.store.Ranked;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

record SelectMerges(String targetId, int offset, int limit) implements Query<Ranked<Merge>> {
    private static final String MERGES = """
            SELECT merge_id, merged_at, merged_by, categories_before, categories_after, vendor_before, vendor_after, notes, scanned, updated,
                   replacements
            FROM tool_merge WHERE target_id = ? ORDER BY version DESC LIMIT ? OFFSET ?""";
    private static final String SOURCES = """
            SELECT merge_id, tool_id, name, vendor, categories, mentions FROM tool_merge_source WHERE merge_id IN %s
            ORDER BY merge_id, position""";

    SelectMerges {
        requireNonNull(targetId, "targetId");
        Limits.check(limit);
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is at least 0, not " + offset);
        }
    }

    @Override
    public Ranked<Merge> run(Session session) throws SQLException {
        long total = session.sql("SELECT count(*) FROM tool_merge WHERE target_id = ?").text(targetId).only(Row::number);
        List<Merge> merges = session.sql(MERGES).text(targetId).number(limit).number(offset).list(this::merge);
        Map<String, List<Merge.Source>> sources = new HashMap<>();
        InList.each(session, SOURCES, merges.stream().map(Merge::id).toList(),
                row -> sources.computeIfAbsent(row.text(), _ -> new ArrayList<>()).add(
                        new Merge.Source(row.text(), row.text(), row.text(), Lines.split(row.text()), row.number())));
        return new Ranked<>(
                merges.stream().map(merge -> merge.of(sources.getOrDefault(merge.id(), List.of()))).toList(), total);
    }

    private Merge merge(Row row) throws SQLException {
        String id = row.text();
        Instant at = Times.ofMillis(row.number());
        return new Merge(id, targetId, List.of(), at, row.text(), Lines.split(row.text()), Lines.split(row.text()), row.text(), row.text(),
                row.text(), row.number(), row.number(), row.number());
    }
}
