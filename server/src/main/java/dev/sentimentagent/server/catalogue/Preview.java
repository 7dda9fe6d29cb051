package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.ToolStatus;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.sentiment.ToolMatcher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a tool would match before it is changed, from what is stored: of a week, all of it or an even sample, so that it costs the same however
 * much there is. One is made at a time. Thread-safe.
 */
public final class Preview {
    /** Of which time it tells. */
    public static final Duration SPAN = Duration.ofDays(7);
    private static final int MOST_READ = 12_000;
    private static final int MOST_CHECKED = 2_000;
    private static final int FEW = 100;
    private static final int SAMPLES = 8;

    private final Catalogue catalogue;
    private final ItemStore items;
    private final InstantSource clock;
    private final Semaphore turn = new Semaphore(1);

    Preview(Catalogue catalogue, ItemStore items, InstantSource clock) {
        this.catalogue = catalogue;
        this.items = items;
        this.clock = clock;
    }

    /**
     * What a tool would match.
     *
     * @param matches how many items of the span, all in all as the sample has it
     * @param newly how many of them do not speak of it as it is now
     * @param lost how many do now and would not
     * @param also how many of them speak of which other tools, by id, the most first
     * @param of how many items there are in the span
     * @param oneIn one in so many was read; 1 if all were, and the numbers are exact
     * @param samples some of the items, the newest first
     */
    public record Found(long matches, long newly, long lost, Map<String, Long> also, long of, int oneIn, List<ScoredItem> samples) {}

    /**
     * What a tool would match if it were so.
     *
     * @param id of the tool that is to be changed; null for a new one
     * @throws CatalogueException if it may not be so, or another is being made
     */
    public Found of(@Nullable String id, ToolEdit edit) {
        CurrentCatalogue current = catalogue.current();
        ToolDraft draft = new ToolDraft(current);
        CatalogueTool tool = id == null
                ? draft.create(edit, clock.instant(), "")
                : draft.edit(ToolAdmin.known(current, id), edit, clock.instant(), "");
        CatalogueTool active = tool.in(ToolStatus.ACTIVE, null);
        ToolMatcher then = matcher(CatalogueChange.on(current.version()).put(active).build(), current);
        if (!turn.tryAcquire()) {
            throw CatalogueException.conflict("another preview is being made, try again in a moment");
        }
        try {
            return count(active.id(), then, current.matcher());
        } finally {
            turn.release();
        }
    }

    /** @throws CatalogueException if its names stand in half of all that is said */
    void refuseIfCommon(Tool tool, CurrentCatalogue current, boolean forced) {
        // Alone, and nowhere at home: only its names count.
        Tool named = new Tool(tool.id(), tool.name(), tool.vendor(), tool.category(), tool.aliases(), tool.ambiguousAliases(),
                tool.tellingWords(), Set.of(), tool.exclusions());
        if (forced || tool.aliases().isEmpty() || current.listed(tool.id()).map(CatalogueTool::tool).filter(tool::equals).isPresent()) {
            return;
        }
        Window week = Window.ending(clock.instant(), SPAN);
        int oneIn = oneIn(week, MOST_CHECKED);
        List<ScoredItem> sample = items.sample(Selection.of(week), 0, oneIn, 2 * MOST_CHECKED);
        ToolMatcher matcher = matcherOf(named);
        long matches = sample.stream().filter(scored -> !matcher.match(scored.item().text(), "").isEmpty()).count();
        if (sample.size() >= FEW && 2 * matches >= sample.size()) {
            throw CatalogueException.invalid("its names would match " + 100 * matches / sample.size()
                    + " % of what was said in the last 7 days: make them ambiguous, with telling words, or set force");
        }
    }

    private Found count(String id, ToolMatcher then, ToolMatcher now) {
        Window week = Window.ending(clock.instant(), SPAN);
        long all = total(week);
        int oneIn = oneIn(week, MOST_READ);
        List<ScoredItem> sample = items.sample(Selection.of(week), 0, oneIn, MOST_READ + MOST_READ / 10);
        long matches = 0;
        long newly = 0;
        long lost = 0;
        Map<String, Long> also = new HashMap<>();
        List<ScoredItem> found = new ArrayList<>();
        for (ScoredItem scored : sample.reversed()) {
            Set<String> tools = then.match(scored.item());
            boolean before = now.match(scored.item()).contains(id);
            if (!tools.contains(id)) {
                lost += before ? 1 : 0;
                continue;
            }
            matches++;
            newly += before ? 0 : 1;
            tools.stream().filter(tool -> !tool.equals(id)).forEach(tool -> also.merge(tool, 1L, Long::sum));
            if (found.size() < SAMPLES) {
                found.add(scored);
            }
        }
        Map<String, Long> most = new LinkedHashMap<>();
        also.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(5)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue() * oneIn));
        return new Found(matches * oneIn, newly * oneIn, lost * oneIn, most, all, oneIn, found);
    }

    private int oneIn(Window week, int most) {
        return Math.clamp(Math.ceilDiv(total(week), most), 1, Integer.MAX_VALUE);
    }

    private long total(Window week) {
        return items.count(week).values().stream().mapToLong(Long::longValue).sum();
    }

    private static ToolMatcher matcher(CatalogueChange change, CurrentCatalogue current) {
        try {
            return Listening.to(after(change, current));
        } catch (IllegalArgumentException e) {
            throw CatalogueException.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static ToolMatcher matcherOf(Tool tool) {
        return new ToolMatcher(ToolCatalogue.of(List.of(tool)));
    }

    /** The catalogue as a change would leave it. */
    static CurrentCatalogue after(CatalogueChange change, CurrentCatalogue current) {
        Map<String, CatalogueTool> tools = new LinkedHashMap<>();
        current.listed().forEach(tool -> tools.put(tool.id(), tool));
        change.deletes().forEach(tools::remove);
        change.puts().forEach(tool -> tools.put(tool.id(), tool));
        Map<String, AliasLink> links = new LinkedHashMap<>();
        current.links().forEach(link -> links.put(link.aliasToolId(), link));
        change.unlinks().forEach(links::remove);
        change.links().forEach(link -> links.put(link.aliasToolId(), link));
        links.values().removeIf(link -> !tools.containsKey(link.aliasToolId()) || !tools.containsKey(link.primaryToolId()));
        return CurrentCatalogue
                .of(new CatalogueState(List.copyOf(tools.values()), List.copyOf(links.values()), current.state().subreddits(),
                        current.version()));
    }
}
