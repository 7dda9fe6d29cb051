package dev.sentimentagent.store.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.ToolVerdict;
import dev.sentimentagent.model.store.sighting.Clean;
import dev.sentimentagent.model.store.sighting.ItemState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A post or comment as a document. Its properties in the order of {@code docs/data-model.md}. */
final class ItemDocument {
    /** What {@link #mentions}, {@link #sentiment} and {@link #compoundE4} read, and when and where it was said. */
    static final String POINT = "c.created_utc, c.subreddit, c.sentiment, c.compound_e4, c.tools, c.verdicts";

    private ItemDocument() {}

    static ObjectNode of(ItemState state) {
        ScoredItem scored = state.scored();
        Item item = scored.item();
        Score score = scored.score();
        ObjectNode json = Json.object();
        json.put("id", Keys.id(item.fullname())).put("pk", Keys.partition(item)).put("t", Kinds.ITEM);
        json.put("kind", item.kind().name()).put("fullname", item.fullname()).put("subreddit", item.subreddit());
        json.put("sub", SubredditName.key(item.subreddit()));
        json.put("created_utc", item.createdUtc().getEpochSecond()).put("collected_at", item.collectedAt().toEpochMilli());
        json.put("changed_at", state.changedAt().toEpochMilli()).put("upvotes", item.upvotes()).put("deleted", item.deleted());
        if (item.editedAt() != null) {
            json.put("edited_at", item.editedAt().toEpochMilli());
        }
        if (item.author() != null) {
            json.put("author", item.author());
        }
        json.put("permalink", item.permalink());
        switch (item) {
            case Post post -> json.put("thread", post.id()).put("comment_count", post.commentCount()).put("title", post.title())
                    .put("body", post.content()).put("url", post.url());
            case Comment comment -> json.put("thread", comment.postId()).put("parent", comment.parent()).put("body", comment.body());
        }
        json.put("sentiment", score.sentiment().name()).put("compound_e4", score.compoundE4());
        json.put("positive_e3", Clean.shareE3(score.positive())).put("negative_e3", Clean.shareE3(score.negative()));
        json.put("neutral_e3", Clean.shareE3(score.neutral())).put("confidence", score.confidence());
        json.put("method", score.method()).put("version", score.version()).put("bot", scored.bot());
        put(json, scored.mentions());
        return json;
    }

    static void put(ObjectNode json, Mentions mentions) {
        ArrayNode tools = json.putArray("tools");
        mentions.toolIds().stream().sorted().forEach(tools::add);
        ObjectNode verdicts = json.putObject("verdicts");
        mentions.verdicts().forEach((tool, verdict) -> verdicts.putArray(tool).add(verdict.sentiment().name()).add(verdict.compoundE4()));
    }

    static ItemState state(JsonNode json) {
        Score score = new Score(sentiment(json), (double) compoundE4(json) / Score.COMPOUND_UNITS,
                Clean.share(json.get("positive_e3").asLong()),
                Clean.share(json.get("negative_e3").asLong()), Clean.share(json.get("neutral_e3").asLong()),
                json.get("confidence").asDouble(),
                json.get("method").asText(), json.get("version").asText());
        ScoredItem scored = new ScoredItem(item(json), score, mentions(json), json.get("bot").asBoolean(), false);
        return new ItemState(scored, millis(json, "changed_at"));
    }

    static ScoredItem scored(JsonNode json) {
        return state(json).scored();
    }

    private static Item item(JsonNode json) {
        ItemKind kind = ItemKind.valueOf(json.get("kind").asText());
        String id = json.get("fullname").asText().substring(kind.prefix().length());
        String subreddit = json.get("subreddit").asText();
        int upvotes = json.get("upvotes").asInt();
        Instant edited = json.has("edited_at") ? millis(json, "edited_at") : null;
        boolean deleted = json.get("deleted").asBoolean();
        String thread = json.get("thread").asText();
        String body = json.get("body").asText();
        String permalink = json.get("permalink").asText();
        return switch (kind) {
            case POST -> new Post(id, subreddit, author(json), json.get("title").asText(), body, json.get("url").asText(), permalink,
                    created(json), millis(json, "collected_at"), upvotes, json.get("comment_count").asInt(), edited, deleted);
            case COMMENT -> new Comment(id, subreddit, author(json), thread, json.get("parent").asText(), body, permalink, created(json),
                    millis(json, "collected_at"), upvotes, edited, deleted);
        };
    }

    static @Nullable String author(JsonNode json) {
        return json.hasNonNull("author") ? json.get("author").asText() : null;
    }

    static Instant created(JsonNode json) {
        return Instant.ofEpochSecond(json.get("created_utc").asLong());
    }

    private static Instant millis(JsonNode json, String property) {
        return Instant.ofEpochMilli(json.get(property).asLong());
    }

    static Sentiment sentiment(JsonNode json) {
        return Sentiment.valueOf(json.get("sentiment").asText());
    }

    static int compoundE4(JsonNode json) {
        return json.get("compound_e4").asInt();
    }

    static Mentions mentions(JsonNode json) {
        Set<String> tools = new HashSet<>();
        json.get("tools").forEach(tool -> tools.add(tool.asText()));
        if (tools.isEmpty()) {
            return Mentions.NONE;
        }
        Map<String, ToolVerdict> verdicts = new HashMap<>();
        json.get("verdicts").properties().forEach(verdict -> verdicts.put(verdict.getKey(),
                new ToolVerdict(Sentiment.valueOf(verdict.getValue().get(0).asText()), verdict.getValue().get(1).asInt())));
        return new Mentions(tools, verdicts);
    }
}
