package dev.sentimentagent.standin;

import dev.sentimentagent.standin.Fault.MalformedItems;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Spoils the JSON of an item. */
final class Malformer {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int OVERSIZE = 1_000_000;
    private static final String TEXT_MARK = "stand-in-text-mark";

    private Malformer() {}

    /** The child of a listing, spoilt. */
    static String spoil(String child, MalformedItems fault) {
        ObjectNode node = (ObjectNode) MAPPER.readTree(child);
        ObjectNode data = (ObjectNode) node.get("data");
        String text = data.has("body") ? "body" : "selftext";
        switch (fault.how()) {
            case MISSING_FIELD -> data.remove(fault.field());
            case NULL_FIELD -> data.putNull(fault.field());
            case WRONG_TYPE -> data.putObject(fault.field()).put("unexpected", true);
            case OVERSIZED -> data.put(text, "big ".repeat(OVERSIZE / 4));
            case NUL_AND_LONE_SURROGATE -> data.put(text, TEXT_MARK + data.get(text).asString());
            case NOT_AN_OBJECT -> node.put("data", "broken");
        }
        // A JSON writer would rightly refuse half a surrogate pair, so its escape is put in afterwards.
        return MAPPER.writeValueAsString(node).replace(TEXT_MARK, "\\u0000\\ud83d");
    }
}
