package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.reddit.DumpLine;
import dev.sentimentagent.reddit.DumpReader;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.sentiment.ToolMatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The posts of the recorded dump as trending sees them. */
final class DumpPosts {
    static final Path FILE = Path.of(System.getProperty("shared.data", "../../shared/data"), "reddit", "RS_LocalLLaMA.ndjson.gz");

    private DumpPosts() {}

    static List<PostActivity> read() throws IOException {
        ToolMatcher tools = new ToolMatcher(ToolCatalogue.standard());
        List<PostActivity> posts = new ArrayList<>();
        try (DumpReader reader = DumpReader.open(FILE)) {
            DumpLine line;
            while ((line = reader.next()) != null) {
                if (line instanceof DumpLine.Parsed(Post post, _) && !post.deleted()) {
                    posts.add(new PostActivity(post.id(), post.subreddit(), post.title(), post.createdUtc(), post.upvotes(),
                            post.commentCount(), Posts.score(0), tools.match(post)));
                }
            }
        }
        return posts;
    }
}
