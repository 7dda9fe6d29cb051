package dev.sentimentagent.server.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page in the making, of the beginnings of blocks that follow each other. Not thread-safe. */
final class PostPage {
    private static final byte[] EMPTY = "[]".getBytes(StandardCharsets.US_ASCII);

    private final long since;
    private final int limit;
    private final List<Part> parts = new ArrayList<>();
    private int posts;
    private int bytes;
    private @Nullable String next;

    private record Part(PostBlock block, int posts) {}

    /** @param since of the first collection of its posts, which is known to the millisecond */
    PostPage(Instant since, int limit) {
        this.since = since.plusNanos(999_999).toEpochMilli();
        this.limit = limit;
    }

    /** How many posts are still to come, and the one after the page that shows whether there is another. */
    int wanted() {
        return limit + 1 - posts;
    }

    /** Takes what fits; returns whether that completes the page. */
    boolean add(PostBlock block) {
        int taken = block.since(since, limit - posts);
        if (taken > 0) {
            parts.add(new Part(block, taken));
            posts += taken;
            // A bracket or a comma before it.
            bytes += 1 + block.length(taken);
        }
        if (taken == block.size()) {
            return false;
        }
        if (posts == limit && block.since(since, taken + 1) > taken) {
            Part last = parts.getLast();
            next = last.block.cursorAfter(last.posts);
        }
        return true;
    }

    /** JSON. */
    byte[] body() {
        if (posts == 0) {
            return EMPTY.clone();
        }
        ByteBuffer body = ByteBuffer.allocate(bytes + 1);
        byte before = '[';
        for (Part part : parts) {
            body.put(before);
            part.block.write(part.posts, body);
            before = ',';
        }
        return body.put((byte) ']').array();
    }

    /** What differs when the body does, and is shorter. */
    byte[] content() {
        ByteBuffer content = ByteBuffer.allocate(posts * Long.BYTES);
        parts.forEach(part -> part.block.writeDigests(part.posts, content));
        return content.array();
    }

    /** Cursor of the next page; null if this is the last. */
    @Nullable
    String next() {
        return next;
    }
}
