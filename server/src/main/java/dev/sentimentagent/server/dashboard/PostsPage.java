package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.server.figures.Scope;
import dev.sentimentagent.server.trending.TextThemes;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /posts}: posts and comments, by what they say, of what, and how.
 *
 * @param next cursor of older ones; null if these are the last
 * @param cut whether they are the first only of the newest {@value Find#MOST_LOOKED_THROUGH}
 */
record PostsPage(Shell shell, List<Tool> tools, List<Entry> entries, @Nullable String next, boolean cut) implements Shown {
    private static final int LISTED = 50;
    /** Themes are not stored: so many texts are read for those of one. Takes some 100 ms. */
    private static final int READ_FOR_THEME = 2000;
    private static final int READ_AT_ONCE = 100;
    private static final int LONGEST_TEXT = 200;

    /** Part of a list. */
    record Found(List<Entry> items, @Nullable String next) {}

    static Shown of(Site site, PageRequest request) {
        View view = View.of(request, site.now(), "q", "tool", "theme", "sentiment", "sort", "after");
        if (!view.get("tool").isEmpty()) {
            site.tool(view.get("tool"));
        }
        if (view.get("q").length() > LONGEST_TEXT) {
            throw PageException.invalid("Look for 200 characters at most.");
        }
        String theme = view.get("theme");
        if (!theme.isEmpty() && !TextThemes.labels().contains(theme)) {
            throw PageException.invalid("There is no such theme.");
        }
        Scope scope = view.get("tool").isEmpty() ? view.scope() : view.ofTool(view.get("tool"));
        Find find = new Find(scope.selection(sentiment(view.get("sentiment"))), view.get("q"), order(view.get("sort")));
        if (LaterPage.needed(site, find.order() == Find.Order.NEWEST || site.figures().atHand(scope))) {
            return LaterPage.of(site, view, "Posts", "Posts and comments");
        }
        String after = view.get("after").isEmpty() ? null : view.get("after");
        Found found = theme.isEmpty() ? find(site, find, LISTED, after) : ofTheme(site, find, theme, after);
        return new PostsPage(site.shell("Posts", view, true), site.parts().tools(), found.items(), found.next(),
                find.order() != Find.Order.NEWEST && site.figures().tally(scope).total() > Find.MOST_LOOKED_THROUGH);
    }

    static Found find(Site site, Find find, int limit, @Nullable String after) {
        try {
            Slice<ScoredItem> slice = site.store().items().search(find, limit, after);
            return new Found(slice.items().stream().map(site::entry).toList(), slice.next());
        } catch (IllegalArgumentException _) {
            throw PageException.invalid("This address does not lead on: begin at the first page.");
        }
    }

    /** As many as are found among the next ones, at least as many as are listed otherwise if there are. */
    private static Found ofTheme(Site site, Find find, String theme, @Nullable String after) {
        List<Entry> entries = new ArrayList<>();
        String next = after;
        int read = 0;
        // By other orders only the first ones are to be had.
        int atOnce = find.order() == Find.Order.NEWEST ? READ_AT_ONCE : READ_FOR_THEME / 2;
        boolean more;
        do {
            Found found = find(site, find, atOnce, next);
            // A shorter one has taken long enough to find.
            more = found.items.size() == atOnce;
            found.items.stream()
                    .filter(entry -> TextThemes.of(entry.scored().item().text()).contains(theme))
                    .limit(find.order() == Find.Order.NEWEST ? atOnce : LISTED)
                    .forEach(entries::add);
            next = found.next;
            read += atOnce;
        } while (more && next != null && entries.size() < LISTED && read < READ_FOR_THEME);
        return new Found(entries, next);
    }

    private static @Nullable Sentiment sentiment(String label) {
        return label.isEmpty()
                ? null
                : Arrays.stream(Sentiment.values()).filter(one -> one.label().equals(label)).findFirst()
                        .orElseThrow(() -> PageException.invalid("A sentiment is positive, neutral or negative."));
    }

    private static Find.Order order(String label) {
        return label.isEmpty()
                ? Find.Order.NEWEST
                : Arrays.stream(Find.Order.values()).filter(one -> label(one).equals(label))
                        .findFirst().orElseThrow(() -> PageException.invalid("Posts are sorted by newest, engagement, best or worst."));
    }

    static String label(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    List<String> themes() {
        return TextThemes.labels();
    }

    boolean chosen(Tool tool) {
        return tool.id().equals(shell.view().get("tool"));
    }

    boolean chosen(String name, String value) {
        return value.equals(shell.view().get(name));
    }

    /** What they have in common, in words. */
    private String title() {
        View view = shell.view();
        Stream<String> said = Stream.of(
                view.get("q").isEmpty() ? "" : "“" + Show.line(view.get("q"), 40) + "”",
                tools.stream().filter(this::chosen).map(Tool::name).findFirst().orElse(""),
                view.get("theme"),
                view.get("sentiment"),
                view.subreddit() == null ? "" : "r/" + view.subreddit(),
                view.range().label());
        return "Posts and comments: " + said.filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    String older() {
        return shell.view().with("after", String.valueOf(next));
    }

    @Override
    public JteModel html(Templates templates) {
        return templates.posts(this);
    }

    @Override
    public Optional<Sheet> sheet(String name) {
        return name.equals("posts") ? Optional.of(Sheets.entries(entries)) : Optional.empty();
    }

    @Override
    public Optional<JteModel> picture(Templates templates, String name) {
        return name.equals("posts")
                ? new Pictures(templates).posts(title(), entries, shell.view().get("tool"), shell.now())
                : Optional.empty();
    }
}
