package dev.sentimentagent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTest {
    private static final Instant CREATED = Instant.parse("2026-01-15T10:00:00Z");
    private static final Instant SIGHTED = Instant.parse("2026-01-15T10:30:00.123Z");

    private static Post post(String content, boolean deleted) {
        return new Post("1abc", "Cursor", "someone", "A title", content, "https://example.org/", "/r/Cursor/comments/1abc/a_title/",
                CREATED,
                SIGHTED, 12, 3, CREATED, deleted);
    }

    private static Comment comment(boolean deleted) {
        return new Comment("n1", "Cursor", "someone", "1abc", "t3_1abc", "A body", "/r/Cursor/comments/1abc/a_title/n1/", CREATED, SIGHTED,
                4,
                null, deleted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t3_1abc", "t3_"})
    void fullnameOfAPost(String fullname) {
        assertThat(ItemKind.ofFullname(fullname)).isEqualTo(ItemKind.POST);
    }

    @Test
    void fullnameOfAComment() {
        assertThat(ItemKind.ofFullname("t1_n1")).isEqualTo(ItemKind.COMMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t2_user", "t5_sub", "1abc", "T3_1abc", "t3", " t3_1abc"})
    void otherNamesAreNone(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> ItemKind.ofFullname(name)).withMessageContaining(name);
    }

    @Test
    void itemsKnowTheirFullnames() {
        assertThat(post("", false).fullname()).isEqualTo("t3_1abc");
        assertThat(comment(false).fullname()).isEqualTo("t1_n1");
        assertThat(ItemKind.ofFullname(comment(false).fullname())).isEqualTo(comment(false).kind());
    }

    @Test
    void textOfAPostIsTitleAndBody() {
        assertThat(post("A body", false).text()).isEqualTo("A title\nA body");
        assertThat(post("", false).text()).isEqualTo("A title");
    }

    @Test
    void nothingOfADeletedPostIsKept() {
        Post deleted = post("A body", true);

        assertThat(deleted.author()).isNull();
        assertThat(deleted.title()).isEmpty();
        assertThat(deleted.content()).isEmpty();
        assertThat(deleted.text()).isEmpty();
        assertThat(deleted.url()).isEmpty();
        // The usual permalink has the title in it.
        assertThat(deleted.permalink()).isEqualTo("/comments/1abc/");
        assertThat(deleted.toString()).doesNotContain("someone", "A title", "A body", "a_title");
        assertThat(deleted.upvotes()).isEqualTo(12);
        assertThat(deleted.createdUtc()).isEqualTo(CREATED);
    }

    @Test
    void nothingOfADeletedCommentIsKept() {
        Comment deleted = comment(true);

        assertThat(deleted.author()).isNull();
        assertThat(deleted.body()).isEmpty();
        assertThat(deleted.text()).isEmpty();
        assertThat(deleted.toString()).doesNotContain("someone", "A body");
        assertThat(deleted.postId()).isEqualTo("1abc");
    }

    @Test
    void whatIsNotDeletedIsKept() {
        assertThat(post("A body", false).author()).isEqualTo("someone");
        assertThat(post("A body", false).permalink()).isEqualTo("/r/Cursor/comments/1abc/a_title/");
        assertThat(comment(false).body()).isEqualTo("A body");
    }
}
