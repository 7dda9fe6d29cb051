package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.server.figures.Groups;
import dev.sentimentagent.server.figures.Mean;
import dev.sentimentagent.server.figures.Overview;
import dev.sentimentagent.server.figures.Scope;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /why?tool=}: what the texts say, and what it is that has changed. Other pages take their part with this from here.
 *
 * @param byAuthor mean of the authors' means, each of them one voice; empty where that takes longer than a page may
 * @param byAuthorLater the page that tells it then; else empty
 */
record WhyPage(Shell shell, Why why, Movers movers, Optional<Mean> byAuthor, String byAuthorLater) implements Shown {
    /** The part of the page with that mean. */
    private static final String BY_AUTHOR = "authors";

    static Shown of(Site site, PageRequest request) {
        View view = View.of(request, site.now(), "tool");
        String id = view.get("tool");
        Tool tool = id.isEmpty() ? null : site.tool(id);
        Scope scope = tool == null ? view.scope() : view.ofTool(id);
        String heading = "Why developers feel about " + (tool == null ? "AI tools" : tool.name()) + " as they do";
        if (LaterPage.needed(site, site.figures().atHand(scope))) {
            return LaterPage.of(site, view, "Why", heading);
        }
        Overview overview = site.figures().overview(scope);
        boolean byAuthor = site.waits(BY_AUTHOR) || site.figures().togetherAtHand(scope);
        return new WhyPage(
                site.shell("Why", view, true),
                Why.of(site, view, tool),
                Movers.of(site, view, scope, overview, Groups.THEMES,
                        theme -> view.to("/posts", tool == null ? Map.of("theme", theme) : Map.of("theme", theme, "tool", id))),
                byAuthor ? Optional.of(site.figures().meanByAuthor(scope)) : Optional.empty(),
                byAuthor ? "" : Site.patiently(view, BY_AUTHOR));
    }

    @Override
    public boolean whole() {
        return byAuthorLater.isEmpty();
    }

    @Override
    public JteModel html(Templates templates) {
        return templates.whypage(this);
    }

    @Override
    public Optional<Sheet> sheet(String name) {
        return name.equals("moved") ? Optional.of(movers.sheet()) : why.sheet(name);
    }

    @Override
    public Optional<JteModel> picture(Templates templates, String name) {
        Pictures pictures = new Pictures(templates);
        return switch (name) {
            case "moved" -> pictures.moved(movers);
            case "themes" -> pictures.themes(why);
            default -> Optional.empty();
        };
    }
}
