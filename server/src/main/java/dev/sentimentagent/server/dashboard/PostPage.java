package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.sentiment.Explanation;
import dev.sentimentagent.sentiment.ScoreExplainer;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /posts/{id}}: a post, what made its score, and its comments.
 *
 * @param explained whether its score is of the method that marks words
 * @param title in pieces, the words that decided apart
 * @param all tally of all its comments
 * @param next cursor of further comments; null if these are the last
 */
record PostPage(Shell shell, Entry entry, boolean explained, Post post, List<Piece> title, List<Piece> content, List<Tool> tools,
        List<Entry> comments, Tally all, @Nullable String next)
        implements
            Shown {
    private static final int COMMENTS = 100;

    static PostPage of(Site site, PageRequest request, String id) {
        View view = View.of(request, site.now(), "after");
        ScoredItem found = site.store().items().find(ItemKind.POST.fullname(id))
                .filter(item -> !item.item().deleted())
                .orElseThrow(() -> PageException.notFound("This post is not stored: it was deleted, or never collected."));
        if (!(found.item() instanceof Post post)) {
            throw PageException.notFound("This is not a post.");
        }
        ScoreExplainer explainer = site.parts().explainer().get();
        List<Explanation.Mark> marks = explainer.explain(post.text()).marks();
        Slice<ScoredItem> comments = comments(site, id, view.get("after"));
        return new PostPage(
                site.shell(post.title().isBlank() ? "A post" : Entry.cut(post.title()), view, false),
                site.entry(found),
                explainer.explains(found.score()),
                post,
                Piece.of(post.title(), marks, 0),
                Piece.of(post.content(), marks, post.text().length() - post.content().length()),
                site.parts().tools().stream().filter(tool -> found.toolIds().contains(tool.id())).toList(),
                comments.items().stream().map(site::entry).toList(),
                site.store().items().commentTallies(List.of(id)).getOrDefault(id, Tally.ZERO),
                comments.next());
    }

    private static Slice<ScoredItem> comments(Site site, String id, String after) {
        try {
            return site.store().items().comments(id, COMMENTS, after.isEmpty() ? null : after);
        } catch (IllegalArgumentException _) {
            throw PageException.invalid("This address does not lead on: begin at the post.");
        }
    }

    boolean anyMarked() {
        return Stream.concat(title.stream(), content.stream()).anyMatch(Piece::marked);
    }

    String more() {
        return View.address(shell.view().path(), Map.of("after", String.valueOf(next)));
    }

    @Override
    public JteModel html(Templates templates) {
        return templates.post(this);
    }

    @Override
    public Optional<Sheet> sheet(String name) {
        return name.equals("comments") ? Optional.of(Sheets.entries(comments)) : Optional.empty();
    }

    @Override
    public Optional<JteModel> picture(Templates templates, String name) {
        return name.equals("post")
                ? new Pictures(templates).posts("A post in r/" + entry.subreddit() + " and what was said to it",
                        Stream.concat(Stream.of(entry), comments.stream()).toList(), "", shell.now())
                : Optional.empty();
    }
}
