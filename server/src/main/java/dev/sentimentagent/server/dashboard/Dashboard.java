package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.server.catalogue.Categories;
import java.util.List;
import java.util.Map;

/** The pages. Thread-safe; what they cost is for the caller to save by keeping answers. */
public final class Dashboard {
    private final DashboardParts parts;
    private final Templates templates = new StaticTemplates();

    public Dashboard(DashboardParts parts) {
        this.parts = parts;
    }

    /**
     * The page at an address, or the file that its parameter {@code file} names; a page that says so if there is none.
     *
     * @throws StoreException if the store fails
     */
    public Page page(PageRequest request) {
        try {
            Shown shown = find(Site.of(parts, request), request);
            String file = request.parameters().getOrDefault("file", "");
            return file.isEmpty() ? Page.html(shown.html(templates).render(), shown.whole()) : file(shown, file);
        } catch (PageException e) {
            return failed(e.status(), e.sentence());
        }
    }

    /** A page that says in a sentence what went wrong. */
    public Page failed(int status, String sentence) {
        View nowhere = View.of(new PageRequest("", Map.of()), parts.clock().instant());
        Shell shell = new Shell("Not shown", nowhere, parts.demo(), parts.clock().instant(), Live.UNTOLD, List.of(), false);
        return Page.html(status, templates.failure(shell, sentence).render());
    }

    private static Shown find(Site site, PageRequest request) {
        String path = request.path();
        return switch (path) {
            case "/" -> OverviewPage.of(site, View.of(request, site.now(), Movers.BY));
            case "/compare" -> ComparePage.of(site, request);
            case "/topics" -> TopicsPage.of(site, View.of(request, site.now()));
            case "/posts" -> PostsPage.of(site, request);
            case "/why" -> WhyPage.of(site, request);
            case "/collection" -> CollectionPage.of(site, View.of(request, site.now()));
            case "/admin" -> new AdminPage(site.shell("What is listened for", View.of(request, site.now()), false), Categories.all());
            case "/help" -> new HelpPage(site.shell("Help", View.of(request, site.now()), false), site.parts().tools(), site.subreddits());
            default -> {
                String name = path.substring(path.lastIndexOf('/') + 1);
                yield switch (path.substring(0, path.length() - name.length())) {
                    case "/tools/" -> ToolPage.of(site, View.of(request, site.now(), Movers.BY), name);
                    case "/topics/" -> TopicPage.of(site, View.of(request, site.now()), name);
                    case "/posts/" -> PostPage.of(site, request, name);
                    case "/r/" -> OverviewPage.ofSubreddit(site, View.of(request, site.now(), Movers.BY), name);
                    default -> throw PageException.notFound("There is no page at this address.");
                };
            }
        };
    }

    private Page file(Shown shown, String file) {
        int dot = file.lastIndexOf('.');
        String name = dot < 0 ? file : file.substring(0, dot);
        return switch (file.substring(dot + 1)) {
            case "csv" -> Page.file("text/csv; charset=UTF-8", sheet(shown, name).csv(), name + ".csv");
            case "ndjson" -> Page.file("application/x-ndjson", sheet(shown, name).ndjson(), name + ".ndjson");
            case "svg" ->
                Page.file("image/svg+xml", shown.picture(templates, name).orElseThrow(Dashboard::noFile).render().strip(), name + ".svg");
            default -> throw noFile();
        };
    }

    private static Sheet sheet(Shown shown, String name) {
        return shown.sheet(name).orElseThrow(Dashboard::noFile);
    }

    private static PageException noFile() {
        return PageException.notFound("This page has no such file.");
    }
}
