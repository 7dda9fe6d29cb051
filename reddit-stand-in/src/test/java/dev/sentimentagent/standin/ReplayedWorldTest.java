package dev.sentimentagent.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.standin.Snapshot.PostSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayedWorldTest {
    private static final String POSTS = """
            {"id":"aa1","subreddit":"Tools","author":"ann","title":"First","selftext":"hello world, this is long","created_utc":1000,"score":50,\
            "num_comments":4,"url":"https://example.com/x","permalink":"/r/Tools/comments/aa1/first/","is_self":false,"edited":1500,"removed_by_category":null}
            not json
            {"id":"aa2","subreddit":"tools","author":null,"title":"Second","selftext":"[removed]","created_utc":"2000.0","score":3,"num_comments":0,\
            "removed_by_category":"moderator"}
            {"subreddit":"tools","title":"no id","created_utc":2000}
            """;
    private static final String COMMENTS = """
            {"id":"bb7","subreddit":"Tools","author":"[deleted]","body":"[deleted]","created_utc":1100,"score":-4,"link_id":"t3_aa1","parent_id":"t3_aa1"}
            {"id":"bb3","subreddit":"Tools","author":"bob","body":"on nothing","created_utc":1200,"score":7,"link_id":"x"}
            {"id":"bb2","subreddit":"Tools","author":"bob","body":"half \\ud83d pair","created_utc":1200,"score":7,"link_id":"t3_aa1","parent_id":"t1_bb7"}
            """;
    private static final String SIGHTINGS = """
            {"t":1300,"kind":"t3","id":"aa1","score":5,"num_comments":2,"author":"ann","edited":false,"text_len":11,"removed":false,"created_utc":1000}
            {"t":1600,"kind":"t3","id":"aa1","score":40,"num_comments":3,"author":"ann","edited":1500,"text_len":25,"removed":false,"created_utc":1000}
            {"t":1300,"kind":"t1","id":"bb7","score":2,"num_comments":null,"author":"cat","edited":false,"text_len":30,"removed":false,"created_utc":1100}
            {"t":1700,"kind":"t1","id":"bb7","score":-4,"num_comments":null,"author":"[deleted]","edited":false,"text_len":9,"removed":true,"created_utc":1100}
            {"t":1700,"kind":"t1","id":"unknown","score":1,"num_comments":null,"author":"x","edited":false,"text_len":9,"removed":true,"created_utc":1}
            """;

    @TempDir
    Path folder;

    private Path posts;
    private Path comments;
    private Path sightings;

    @BeforeEach
    void write() throws IOException {
        posts = folder.resolve("RS.ndjson.zst");
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(posts))) {
            out.write(POSTS.getBytes(StandardCharsets.UTF_8));
        }
        comments = Files.writeString(folder.resolve("RC.ndjson"), COMMENTS);
        sightings = folder.resolve("sightings.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(sightings))) {
            out.write(SIGHTINGS.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void itemsAppearWhenTheyWereCreated() throws Exception {
        ReplayedWorld world = ReplayedWorld.load(List.of(posts, comments), Optional.empty());
        assertThat(world.size()).isEqualTo(4);
        assertThat(world.span()).contains(new Window(at(1000), at(2001)));
        assertThat(world.subreddits()).singleElement().satisfies(name -> assertThat(name).isEqualToIgnoringCase("tools"));
        String subreddit = world.subreddits().getFirst();
        assertThat(world.newest(subreddit, ItemKind.COMMENT, at(1099), 10)).isEmpty();
        assertThat(world.newest(subreddit, ItemKind.COMMENT, at(1200), 10)).containsExactly("t1_bb2");
        assertThat(world.createdWithin(ItemKind.POST, new Window(at(1000), at(2000)))).extracting(World.Created::fullname)
                .containsExactly("t3_aa1");
        assertThat(world.state("t3_aa1", at(999))).isEmpty();
        assertThat(world.state("t1_bb2", at(1200)).orElseThrow().text()).isEqualTo("half \uFFFD pair");
    }

    @Test
    void withoutSightingsVotesGrowTowardsTheDump() throws Exception {
        ReplayedWorld world = ReplayedWorld.load(List.of(posts, comments), Optional.empty());
        PostSnapshot first = (PostSnapshot) world.state("t3_aa1", at(1000)).orElseThrow();
        assertThat(first.score()).isEqualTo(1);
        assertThat(first.commentCount()).isZero();
        assertThat(first.editedAt()).isNull();
        assertThat(first.isSelf()).isFalse();
        PostSnapshot last = (PostSnapshot) world.state("t3_aa1", at(1_000_000)).orElseThrow();
        assertThat(last.score()).isEqualTo(50);
        assertThat(last.commentCount()).isEqualTo(4);
        assertThat(last.editedAt()).isEqualTo(at(1500));
        PostSnapshot removed = (PostSnapshot) world.state("t3_aa2", at(2000)).orElseThrow();
        assertThat(removed.gone()).isTrue();
        assertThat(removed.removedByCategory()).isEqualTo("moderator");
        assertThat(removed.author()).isEqualTo(Snapshot.DELETED);
    }

    @Test
    void withSightingsTheStateIsThatOfTheLastOneBefore() throws Exception {
        ReplayedWorld world = ReplayedWorld.load(List.of(comments, posts), Optional.of(sightings));
        assertThat(world.state("t3_aa1", at(1299)).orElseThrow()).satisfies(post -> {
            assertThat(post.score()).isEqualTo(1);
            assertThat(((PostSnapshot) post).commentCount()).isZero();
            assertThat(post.text()).isEqualTo("hello world");
        });
        assertThat(world.state("t3_aa1", at(1300)).orElseThrow()).satisfies(post -> {
            assertThat(post.score()).isEqualTo(5);
            assertThat(((PostSnapshot) post).commentCount()).isEqualTo(2);
            assertThat(post.editedAt()).isNull();
        });
        assertThat(world.state("t3_aa1", at(9999)).orElseThrow()).satisfies(post -> {
            assertThat(post.score()).isEqualTo(40);
            assertThat(post.text()).isEqualTo("hello world, this is long");
            assertThat(post.editedAt()).isEqualTo(at(1500));
        });
        Snapshot before = world.state("t1_bb7", at(1699)).orElseThrow();
        assertThat(before.author()).isEqualTo("cat");
        assertThat(before.gone()).isFalse();
        Snapshot after = world.state("t1_bb7", at(1700)).orElseThrow();
        assertThat(after.author()).isEqualTo(Snapshot.DELETED);
        assertThat(after.text()).isEqualTo(Snapshot.DELETED);
        assertThat(after.score()).isEqualTo(-4);
        String subreddit = world.subreddits().getFirst();
        assertThat(world.newest(subreddit, ItemKind.COMMENT, at(1699), 10)).containsExactly("t1_bb2", "t1_bb7");
        assertThat(world.newest(subreddit, ItemKind.COMMENT, at(1700), 10)).containsExactly("t1_bb2");
    }
}
