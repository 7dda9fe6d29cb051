package dev.sentimentagent.server.web;

import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.server.catalogue.Categories;
import dev.sentimentagent.server.catalogue.ToolDocument;
import dev.sentimentagent.server.web.AdminBodies.FiltersBody;
import dev.sentimentagent.server.web.AdminBodies.PaginationBody;
import dev.sentimentagent.server.web.AdminBodies.ToolListBody;
import dev.sentimentagent.server.web.endpoint.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which tools an admin looks for, and which page of them. */
record ToolSearch(Query query) {
    private static final String ALL = "all";
    private static final int MOST_PAGES = 1_000_000;

    static final Parameter<Integer> PAGE = Parameter.integer("page", 1, MOST_PAGES, "Which page").orElse(1, 1);
    static final Parameter<Integer> LIMIT = Parameter.integer("limit", 1, 100, "How many on a page").orElse(20, 20);
    static final Parameter<Optional<String>> SEARCH = Parameter
            .text("search", _ -> true, "a short text", "What stands in the name, in any case")
            .optional();
    static final Parameter<String> STATUS = oneOf("status", List.of("active", "archived", ALL), "active", "Only tools of this status");
    static final Parameter<List<String>> CATEGORY = Parameter.list("category", 20, "Only tools of one of these categories");
    static final Parameter<Optional<String>> VENDOR = Parameter.text("vendor", _ -> true, "a short text", "Only tools of this vendor")
            .optional();
    static final Parameter<String> SORT_BY = oneOf("sort_by", List.of("name", "vendor", "updated_at"), "name", "What they are sorted by");
    static final Parameter<String> SORT_ORDER = oneOf("sort_order", List.of("asc", "desc"), "asc", "In which order");

    private static Parameter<String> oneOf(String name, List<String> values, String fallback, String description) {
        return Parameter.oneOf(name, values, Function.identity(), description).orElse(fallback, fallback);
    }

    ToolListBody of(List<CatalogueTool> all) {
        String status = query.get(STATUS);
        List<String> categories = query.get(CATEGORY).stream().map(Categories::known).toList();
        @Nullable
        String vendor = query.get(VENDOR).orElse(null);
        @Nullable
        String search = query.get(SEARCH).orElse(null);
        List<CatalogueTool> found = all.stream()
                .filter(tool -> status.equals(ALL) || status.equals("active") == tool.active())
                .filter(tool -> categories.isEmpty() || tool.categories().stream().anyMatch(categories::contains))
                .filter(tool -> vendor == null || vendor.equals(tool.tool().vendor()))
                .filter(tool -> search == null
                        || tool.tool().name().toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT)))
                .sorted(order())
                .toList();
        int page = query.get(PAGE);
        int limit = query.get(LIMIT);
        long pages = Math.ceilDiv(found.size(), limit);
        List<ToolDocument> shown = found.stream().skip((page - 1L) * limit).limit(limit).map(ToolDocument::of).toList();
        boolean next = page < pages;
        boolean previous = page > 1;
        return new ToolListBody(shown, found.size(), page, limit, pages, next, previous,
                new FiltersBody(status.equals(ALL) ? null : status, categories.isEmpty() ? null : categories, vendor, search),
                new PaginationBody(page, limit, found.size(), pages, next, previous));
    }

    private Comparator<CatalogueTool> order() {
        Comparator<CatalogueTool> order = switch (query.get(SORT_BY)) {
            case "vendor" -> Comparator.comparing(tool -> tool.tool().vendor(), String.CASE_INSENSITIVE_ORDER);
            case "updated_at" -> Comparator.comparing(CatalogueTool::updatedAt);
            default -> Comparator.comparing(tool -> tool.tool().name(), String.CASE_INSENSITIVE_ORDER);
        };
        return (query.get(SORT_ORDER).equals("desc") ? order.reversed() : order).thenComparing(CatalogueTool::id);
    }
}
