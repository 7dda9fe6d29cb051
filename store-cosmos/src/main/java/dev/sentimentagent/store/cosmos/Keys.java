package dev.sentimentagent.store.cosmos;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.store.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.regex.Pattern;

/** Names of documents and of logical partitions. */
final class Keys {
    /** Cosmos DB refuses an id with one of / \ ? # in it. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.\\- ]{0,200}");

    private Keys() {}

    /** The logical partition of what was said in a subreddit on a day: items and what they add to the rollups. */
    static String partition(String subreddit, Instant created) {
        return SubredditName.key(Texts.clean(subreddit)) + "|" + date(created);
    }

    static String partition(Item item) {
        return partition(item.subreddit(), item.createdUtc());
    }

    static LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** The id of the document of something whose name may hold any letter. */
    static String id(String name) {
        return PLAIN.matcher(name).matches()
                ? name
                : "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }
}
