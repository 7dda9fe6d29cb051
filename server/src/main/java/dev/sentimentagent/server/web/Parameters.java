package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.server.web.endpoint.Parameter;
import java.util.List;
import java.util.Optional;

/** Parameters that several calls have. */
final class Parameters {
    /** 90 days. */
    static final int MAX_HOURS = 2160;

    static final Parameter<Optional<String>> SUBREDDIT = Parameter.text(
            "subreddit",
            SubredditName::isValid,
            "a name without r/: letters, digits and underscores",
            "Name of a subreddit, in any case; all of them if it is not given or \"all\"").optional();
    static final Parameter<Optional<String>> CURSOR = Parameter.text(
            "cursor",
            _ -> true,
            "taken from the Link header of the answer before",
            "Where the part before ended, as its Link header has it").optional();
    static final Parameter<Optional<Sentiment>> SENTIMENT = Parameter.oneOf("sentiment", List.of(Sentiment.values()), Sentiment::label,
            "Only items of this class").optional();
    static final Parameter<String> TOOL_ID = Parameter.text("tool_id", _ -> true, "the id of a tool", "Id of a tool, as /tools has it")
            .inPath();
    static final Parameter<String> POST_ID = Parameter.text("id", _ -> true, "the id of a post", "Id of a post, with or without t3_")
            .inPath();

    private Parameters() {}

    static Parameter<Integer> hours(int fallback) {
        return Parameter.integer("hours", 1, MAX_HOURS, "How many hours the window reaches back from now").orElse(fallback, fallback);
    }

    static Parameter<Integer> limit(int fallback, int max) {
        return Parameter.integer("limit", 1, max, "How many at most").orElse(fallback, fallback);
    }
}
