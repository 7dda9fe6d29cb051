package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Makes items of the lines of a dump. Not thread-safe. */
final class DumpLineParser {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final @Nullable ItemKind kindByName;
    private final ItemFields fields = new ItemFields();
    private final ItemAssembler assembler = new ItemAssembler(fields);

    /** @param kindByName what lines hold that do not tell themselves; null if nothing tells */
    DumpLineParser(@Nullable ItemKind kindByName) {
        this.kindByName = kindByName;
    }

    static DumpLine oversized(long number) {
        return new DumpLine.Bad(new Rejection(Reason.OVERSIZED, "the line is longer than " + LineReader.MAX_LINE + " bytes"), number);
    }

    /**
     * What a line holds; null if it is blank.
     *
     * @param number its number in the file, from 1
     */
    @Nullable
    DumpLine parse(byte[] bytes, int offset, int size, long number) {
        boolean marked = number == 1 && startsWithByteOrderMark(bytes, offset, size);
        int start = marked ? offset + BYTE_ORDER_MARK.length : offset;
        int length = marked ? size - BYTE_ORDER_MARK.length : size;
        if (isBlank(bytes, start, length)) {
            return null;
        }
        try {
            return new DumpLine.Parsed(Json.read(bytes, start, length, this::item), number);
        } catch (Json.NotJsonException e) {
            return new DumpLine.Bad(new Rejection(Reason.BAD_JSON, String.valueOf(e.getMessage())), number);
        } catch (RejectedException e) {
            return new DumpLine.Bad(e.rejection(), number);
        }
    }

    private Item item(JsonParser parser) throws RejectedException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new RejectedException(Reason.WRONG_TYPE, "the line is not a JSON object");
        }
        fields.read(parser);
        if (parser.nextToken() != null) {
            throw new RejectedException(Reason.BAD_JSON, "something follows the JSON object");
        }
        ItemKind kind = fields.kind();
        if (kind == null) {
            kind = kindByName;
        }
        if (kind == null) {
            throw new RejectedException(Reason.UNKNOWN_KIND, "neither a title nor a body tells a post from a comment");
        }
        return assembler.assemble(kind, null);
    }

    private static boolean startsWithByteOrderMark(byte[] bytes, int start, int length) {
        return length >= 3
                && bytes[start] == BYTE_ORDER_MARK[0]
                && bytes[start + 1] == BYTE_ORDER_MARK[1]
                && bytes[start + 2] == BYTE_ORDER_MARK[2];
    }

    private static boolean isBlank(byte[] bytes, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
