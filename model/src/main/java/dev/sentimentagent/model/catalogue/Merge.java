package dev.sentimentagent.model.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * That tools were merged into another, as it was then.
 *
 * @param notes empty if there are none
 * @param scanned how many items spoke of one of the sources
 * @param updated how many of them were changed: all
 * @param replacements how many mentions of sources were taken away; as given to a store these three count for nothing
 */
public record Merge(String id, String targetId, List<Source> sources, Instant at, String by, List<String> categoriesBefore,
        List<String> categoriesAfter, String vendorBefore, String vendorAfter, String notes, long scanned, long updated,
        long replacements) {
    /**
     * One of the tools that were merged.
     *
     * @param mentions in how many items it stood; as given to a store it counts for nothing
     */
    public record Source(String id, String name, String vendor, List<String> categories, long mentions) {
        public Source {
            categories = List.copyOf(categories);
        }
    }

    public Merge {
        sources = List.copyOf(sources);
        categoriesBefore = List.copyOf(categoriesBefore);
        categoriesAfter = List.copyOf(categoriesAfter);
    }

    /** The same with those that were merged. */
    public Merge of(List<Source> merged) {
        return new Merge(id, targetId, merged, at, by, categoriesBefore, categoriesAfter, vendorBefore, vendorAfter, notes, scanned,
                updated,
                replacements);
    }

    /** The same with what it did to the items. */
    public Merge of(Applied applied) {
        List<Source> counted = sources.stream()
                .map(source -> new Source(source.id(), source.name(), source.vendor(), source.categories(),
                        applied.mentions().getOrDefault(source.id(), 0L)))
                .toList();
        return new Merge(id, targetId, counted, at, by, categoriesBefore, categoriesAfter, vendorBefore, vendorAfter, notes,
                applied.updated(), applied.updated(), applied.replacements());
    }

    /** A merge that is to be made: what it does is not known yet. */
    public static Merge of(String id, CatalogueTool before, CatalogueTool after, List<CatalogueTool> merged, Instant at, String by,
            String notes) {
        List<Source> sources = merged.stream()
                .map(tool -> new Source(tool.id(), tool.tool().name(), tool.tool().vendor(), tool.categories(), 0))
                .toList();
        return new Merge(id, before.id(), sources, at, by, before.categories(), after.categories(), before.tool().vendor(),
                after.tool().vendor(), notes, 0, 0, 0);
    }
}
