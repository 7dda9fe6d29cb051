package dev.sentimentagent.standin;

import dev.sentimentagent.standin.Fault.MalformedItems;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON of a page of a listing. */
final class ListingJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int BYTES_PER_ITEM = 2_000;

    private ListingJson() {}

    /** The page in UTF-8; {@code spoil} says which of its items are malformed, null for none. */
    static byte[] write(List<Snapshot> items, @Nullable String after, boolean raw, @Nullable MalformedItems spoil) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BYTES_PER_ITEM * (items.size() + 1));
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("kind", "Listing");
            json.writeObjectPropertyStart("data");
            if (after == null) {
                json.writeNullProperty("after");
            } else {
                json.writeStringProperty("after", after);
            }
            json.writeNumberProperty("dist", items.size());
            json.writeStringProperty("modhash", "");
            json.writeStringProperty("geo_filter", "");
            json.writeArrayPropertyStart("children");
            for (int i = 0; i < items.size(); i++) {
                if (spoil != null && i % spoil.every() == 0) {
                    json.writeRawValue(Malformer.spoil(child(items.get(i), raw), spoil));
                } else {
                    ItemJson.writeChild(json, items.get(i), raw);
                }
            }
            json.writeEndArray();
            json.writeNullProperty("before");
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static String child(Snapshot item, boolean raw) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            ItemJson.writeChild(json, item, raw);
        }
        return out.toString();
    }
}
