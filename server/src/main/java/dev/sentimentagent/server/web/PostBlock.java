package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.ItemStore;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some dozen posts of a list as they are sent, one after another, with all that a page must know of them. Immutable. */
final class PostBlock {
    /** The most of them in a block. */
    static final int POSTS = 50;
    private static final int JSON_BYTES = 640;
    /** Of the arrays and of a cursor. */
    private static final int BYTES_BESIDE = 120;

    private final byte[] json;
    /** Where each post ends in it; a comma follows. */
    private final int[] ends;
    private final long[] collectedAt;
    private final long[] digests;
    private final String[] cursors;
    private final boolean goesOn;

    /**
     * A block.
     *
     * @param store that makes the cursors
     * @param goesOn whether another block follows
     */
    PostBlock(List<ScoredItem> posts, ItemStore store, boolean goesOn) {
        int size = posts.size();
        ByteArrayOutputStream all = new ByteArrayOutputStream(size * JSON_BYTES);
        ends = new int[size];
        collectedAt = new long[size];
        digests = new long[size];
        cursors = new String[size];
        for (int i = 0; i < size; i++) {
            if (!(posts.get(i).item() instanceof Post post)) {
                throw new IllegalStateException("not a post in a list of posts");
            }
            byte[] one = Json.write(PostRoutes.PostBody.of(post, posts.get(i).score()));
            if (i > 0) {
                all.write(',');
            }
            all.writeBytes(one);
            ends[i] = all.size();
            collectedAt[i] = post.collectedAt().toEpochMilli();
            digests[i] = ByteBuffer.wrap(Answer.sha256(one)).getLong();
            cursors[i] = store.cursorAfter(post);
        }
        json = all.toByteArray();
        this.goesOn = goesOn;
    }

    int size() {
        return ends.length;
    }

    /** What it takes in memory, nearly. */
    int bytes() {
        return json.length + (1 + ends.length) * BYTES_BESIDE;
    }

    /** Cursor of the block that follows; null if this is the last. */
    @Nullable
    String next() {
        return goesOn ? cursors[cursors.length - 1] : null;
    }

    /** Cursor of what follows the first {@code posts} of the block. */
    String cursorAfter(int posts) {
        return cursors[posts - 1];
    }

    /** How many posts at its begin, at most that many, were first collected since then, in milliseconds since 1970. */
    int since(long millis, int most) {
        int posts = 0;
        while (posts < Math.min(most, ends.length) && collectedAt[posts] >= millis) {
            posts++;
        }
        return posts;
    }

    /** Length of the first {@code posts} of the block, with the commas between them. */
    int length(int posts) {
        return ends[posts - 1];
    }

    void write(int posts, ByteBuffer body) {
        body.put(json, 0, length(posts));
    }

    /** Writes eight bytes a post that differ when posts do. */
    void writeDigests(int posts, ByteBuffer content) {
        for (int i = 0; i < posts; i++) {
            content.putLong(digests[i]);
        }
    }
}
