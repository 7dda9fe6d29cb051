package dev.sentimentagent.server.reanalysis;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads items and analyzes them again. Writes nothing. Thread-safe. */
record Look(Store store, Supplier<ItemAnalyzer> analyzer, JobScope scope, InstantSource clock) {
    private static final Logger log = LoggerFactory.getLogger(Look.class);

    /**
     * Items as they were read.
     *
     * @param version of the data before that
     */
    record Read(Slice<ScoredItem> slice, long version) {}

    /** The items after the cursor. */
    Read read(@Nullable String cursor, int limit) {
        long version = store.dataVersion();
        Slice<ScoredItem> slice = store.items().walk(new Selection(scope.created(), null, scope.speakingOf(), null, null), limit, cursor);
        return new Read(slice, version);
    }

    Looked at(Read read) {
        long start = System.nanoTime();
        ItemAnalyzer present = analyzer.get();
        List<JobError> errors = new ArrayList<>();
        List<ScoredItem> changed = new ArrayList<>();
        List<ScoredItem> asRead = new ArrayList<>();
        Map<String, Integer> tools = new HashMap<>();
        int categorized = 0;
        int changedClass = 0;
        List<ScoredItem> stored = read.slice().items();
        List<ScoredItem> analyzed = analyze(present, stored, errors);
        for (int i = 0; i < stored.size(); i++) {
            ScoredItem before = stored.get(i);
            ScoredItem now = analyzed.get(i);
            now.toolIds().forEach(tool -> tools.merge(tool, 1, Integer::sum));
            categorized += now.toolIds().isEmpty() ? 0 : 1;
            boolean otherScore = !now.makeshift() && !now.score().equals(before.score());
            if (otherScore || !now.toolIds().equals(before.toolIds())) {
                changed.add(now);
                asRead.add(before);
            }
            changedClass += otherScore && now.score().sentiment() != before.score().sentiment() ? 1 : 0;
        }
        String last = stored.isEmpty() ? null : stored.getLast().item().fullname();
        return new Looked(stored.size(), last, read.slice().next(), read.version(), changed, asRead, tools, categorized, changedClass,
                errors,
                System.nanoTime() - start);
    }

    private List<ScoredItem> analyze(ItemAnalyzer present, List<ScoredItem> stored, List<JobError> errors) {
        try {
            return analyzeAll(present, stored);
        } catch (RuntimeException e) {
            log.debug("looks at {} items one by one", stored.size(), e);
            return stored.stream().map(item -> analyzeOne(present, item, errors)).toList();
        }
    }

    private List<ScoredItem> analyzeAll(ItemAnalyzer present, List<ScoredItem> stored) {
        boolean[] due = new boolean[stored.size()];
        List<Item> toScore = new ArrayList<>();
        for (int i = 0; i < due.length; i++) {
            due[i] = scope.rescores() && !present.made(stored.get(i).score());
            if (due[i]) {
                toScore.add(stored.get(i).item());
            }
        }
        Iterator<ScoredItem> scored = present.analyzeAll(toScore).iterator();
        List<ScoredItem> all = new ArrayList<>(due.length);
        for (int i = 0; i < due.length; i++) {
            all.add(due[i] ? scored.next() : present.match(stored.get(i)));
        }
        return all;
    }

    /** One that fails stays as it is, and does not keep the others from being looked at. */
    private ScoredItem analyzeOne(ItemAnalyzer present, ScoredItem item, List<JobError> errors) {
        try {
            return analyzeAll(present, List.of(item)).getFirst();
        } catch (RuntimeException e) {
            log.warn("{} was not analyzed again, it stays as it is", item.item().fullname(), e);
            errors.add(new JobError(item.item().fullname(), String.valueOf(e), clock.instant()));
            return item;
        }
    }
}
