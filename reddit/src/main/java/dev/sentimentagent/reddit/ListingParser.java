package dev.sentimentagent.reddit;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a listing as Reddit's API gives it: {@code {"kind": "Listing", "data": {"after": …, "children": […]}}}. Children other than
 * posts and comments (such as {@code more}) are passed over; one that cannot be understood is rejected, and the rest is read.
 *
 * <p>Text is taken as it stands: the API must be asked with {@code raw_json=1}, or {@code &}, {@code <} and {@code >} come as HTML
 * entities.
 */
public final class ListingParser {
    private static final Pattern AFTER = Pattern.compile("t[0-9]_[0-9a-z]{1,13}");
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9_]{1,20}");

    private final Instant collectedAt;
    private final ItemFields fields = new ItemFields();
    private final ItemAssembler assembler = new ItemAssembler(fields);
    private final List<Item> items = new ArrayList<>(RedditClient.PAGE_SIZE);
    private final List<Rejection> rejected = new ArrayList<>();
    private @Nullable String kind;
    private @Nullable String after;
    private boolean childrenSeen;
    private int child;

    private ListingParser(Instant collectedAt) {
        this.collectedAt = collectedAt;
    }

    /**
     * Reads a listing. Thread-safe.
     *
     * @param collectedAt when it was received; cut to milliseconds
     * @throws MalformedListingException if it is no listing, or not whole
     */
    public static Fetch.Page parse(byte[] json, Instant collectedAt) throws MalformedListingException {
        requireNonNull(json, "json");
        Instant sighted = collectedAt.truncatedTo(ChronoUnit.MILLIS);
        try {
            return Json.read(json, 0, json.length, parser -> new ListingParser(sighted).read(parser));
        } catch (Json.NotJsonException e) {
            throw new MalformedListingException(String.valueOf(e.getMessage()), e.cutOff());
        }
    }

    private Fetch.Page read(JsonParser parser) throws MalformedListingException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new MalformedListingException("empty", true);
        }
        if (first != JsonToken.START_OBJECT) {
            throw new MalformedListingException("not a listing but a JSON value of another kind", false);
        }
        String name;
        while ((name = parser.nextName()) != null) {
            JsonToken value = parser.nextToken();
            if (name.equals("kind") && value == JsonToken.VALUE_STRING) {
                kind = parser.getString();
            } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
                readData(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (!"Listing".equals(kind)) {
            throw new MalformedListingException("not a listing: kind is " + printable(kind), false);
        }
        if (!childrenSeen) {
            throw new MalformedListingException("a listing without children", false);
        }
        return new Fetch.Page(items, rejected, after);
    }

    private void readData(JsonParser parser) {
        String name;
        while ((name = parser.nextName()) != null) {
            JsonToken value = parser.nextToken();
            if (name.equals("after") && value == JsonToken.VALUE_STRING) {
                String text = parser.getString();
                after = AFTER.matcher(text).matches() ? text : null;
            } else if (name.equals("children") && value == JsonToken.START_ARRAY) {
                childrenSeen = true;
                JsonToken token;
                while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
                    readChild(parser, token);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readChild(JsonParser parser, JsonToken start) {
        int index = child++;
        if (start != JsonToken.START_OBJECT) {
            parser.skipChildren();
            rejected.add(new Rejection(Reason.WRONG_TYPE, "children[" + index + "] is not an object"));
            return;
        }
        fields.clear();
        String childKind = null;
        boolean data = false;
        String name;
        while ((name = parser.nextName()) != null) {
            JsonToken value = parser.nextToken();
            if (name.equals("kind") && value == JsonToken.VALUE_STRING) {
                childKind = parser.getString();
            } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
                data = true;
                fields.read(parser);
            } else {
                parser.skipChildren();
            }
        }
        finishChild(index, childKind, data);
    }

    private void finishChild(int index, @Nullable String childKind, boolean data) {
        if (childKind == null) {
            rejected.add(new Rejection(Reason.MISSING_FIELD, "children[" + index + "]: kind is missing"));
            return;
        }
        ItemKind itemKind = switch (childKind) {
            case "t3" -> ItemKind.POST;
            case "t1" -> ItemKind.COMMENT;
            default -> null;
        };
        if (itemKind == null) {
            return;
        }
        if (!data) {
            rejected.add(new Rejection(Reason.MISSING_FIELD, "children[" + index + "]: data is missing"));
            return;
        }
        try {
            items.add(assembler.assemble(itemKind, collectedAt));
        } catch (RejectedException e) {
            rejected.add(e.rejection());
        }
    }

    private static String printable(@Nullable String kind) {
        if (kind == null) {
            return "missing";
        }
        return KIND.matcher(kind).matches() ? kind : "unprintable";
    }
}
