package dev.sentimentagent.reddit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpReaderTest {
    private static final String POST = "{'id':'p1','subreddit':'aws','title':'T','selftext':'S','created_utc':1700000000,'score':5,"
            + "'num_comments':2,'retrieved_on':1700003600}";
    private static final String COMMENT = "{'id':'c1','subreddit':'aws','body':'B','link_id':'t3_p1','parent_id':'t3_p1',"
            + "'created_utc':'1700000100','author':'[deleted]','score':null}";

    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path file(String name, String... lines) throws IOException {
        return file(name, bytes(lines));
    }

    private static byte[] bytes(String... lines) {
        return (String.join("\n", lines) + "\n").replace('\'', '"').getBytes(UTF_8);
    }

    private static byte[] pack(Compression how, byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = switch (how) {
            case PLAIN -> packed;
            case GZIP -> new java.util.zip.GZIPOutputStream(packed);
            case ZSTD -> new ZstdOutputStream(packed).setLong(27);
        }) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static List<DumpLine> read(Path file) throws IOException {
        return read(file, DumpPosition.START);
    }

    private static List<DumpLine> read(Path file, DumpPosition from) throws IOException {
        List<DumpLine> lines = new ArrayList<>();
        try (DumpReader reader = DumpReader.open(file, from)) {
            DumpLine line;
            while ((line = reader.next()) != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Item item(DumpLine line) {
        assertThat(line).isInstanceOf(DumpLine.Parsed.class);
        return ((DumpLine.Parsed) line).item();
    }

    private static String reason(DumpLine line) {
        assertThat(line).isInstanceOf(DumpLine.Bad.class);
        return ((DumpLine.Bad) line).rejection().reason().label();
    }

    /** Lines that no compression makes small. */
    private static byte[] manyLines(int count) {
        Random random = new Random(3);
        return bytes(IntStream.range(0, count)
                .mapToObj(
                        i -> POST.replace("p1", Integer.toString(i, 36)).replace("'S'", "'" + new java.math.BigInteger(2000, random) + "'"))
                .toArray(String[]::new));
    }

    @Test
    void readsPostsAndComments() throws IOException {
        List<DumpLine> lines = read(file("RS_2023-11", POST, COMMENT));

        Post post = (Post) item(lines.get(0));
        assertThat(post).isEqualTo(new Post("p1", "aws", null, "T", "S", "https://www.reddit.com/r/aws/comments/p1/",
                "/r/aws/comments/p1/", Instant.ofEpochSecond(1_700_000_000), Instant.ofEpochSecond(1_700_003_600), 5, 2, null, false));
        Comment comment = (Comment) item(lines.get(1));
        assertThat(comment).isEqualTo(new Comment("c1", "aws", null, "p1", "t3_p1", "B", "/r/aws/comments/p1/_/c1/",
                Instant.ofEpochSecond(1_700_000_100), Instant.ofEpochSecond(1_700_000_100), 0, null, false));
        assertThat(lines).extracting(DumpLine::lineNumber).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'retrieved_utc':1700003600", "'retrieved_on':'1700003600'", "'retrieved_on':null,'retrieved_utc':1700003600"})
    void knowsWhenALineWasCollected(String member) throws IOException {
        List<DumpLine> lines = read(file("RS_x", POST.replace("'retrieved_on':1700003600", member)));

        assertThat(item(lines.getFirst()).collectedAt()).isEqualTo(Instant.ofEpochSecond(1_700_003_600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'retrieved_on':1600000000", "'retrieved_on':'soon'", "'retrieved_on':-1", "'x':0"})
    void takesTheCreationForTheCollectionWhereNoneMakesSense(String member) throws IOException {
        List<DumpLine> lines = read(file("RS_x", POST.replace("'retrieved_on':1700003600", member)));

        assertThat(item(lines.getFirst()).collectedAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    }

    @Test
    void reportsEachBadLineByItsNumberAndGoesOn() throws IOException {
        List<DumpLine> lines = read(file("dump", POST, "", "not json", "[1]", "{'id':'x'}", "  \t\r", POST.replace("'T'", "7"), POST + POST,
                POST.substring(0, 40), COMMENT));

        assertThat(lines).extracting(DumpLine::lineNumber).containsExactly(1L, 3L, 4L, 5L, 7L, 8L, 9L, 10L);
        assertThat(lines.subList(1, 7)).extracting(DumpReaderTest::reason).containsExactly("bad_json", "wrong_type", "unknown_kind",
                "wrong_type", "bad_json", "bad_json");
        assertThat(item(lines.getLast()).id()).isEqualTo("c1");
        assertThat(lines.get(1)).isEqualTo(new DumpLine.Bad(new Rejection(Reason.BAD_JSON, "not JSON at byte 0"), 3));
        assertThat(lines.get(6)).isEqualTo(new DumpLine.Bad(new Rejection(Reason.BAD_JSON, "ends early at byte 40"), 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS_2023-11", "rs_x.ndjson", "aws_submissions"})
    void tellsTheKindByTheNameOfTheFileWhereTheLineDoesNot(String name) throws IOException {
        assertThat(read(file(name, "{'id':'x','subreddit':'aws','created_utc':1}"))).singleElement()
                .isEqualTo(new DumpLine.Bad(new Rejection(Reason.MISSING_FIELD, "t3_x: title is missing or null"), 1));
    }

    @Test
    void readsTheLastLineWithoutALineBreakAndWindowsLineBreaks() throws IOException {
        byte[] bytes = ("\ufeff" + POST + "\r\n" + COMMENT).replace('\'', '"').getBytes(UTF_8);

        assertThat(read(file("RS_x", bytes))).hasSize(2).allSatisfy(line -> assertThat(line).isInstanceOf(DumpLine.Parsed.class));
    }

    @Test
    void readsNothingOfNothing() throws IOException {
        assertThat(read(file("RS_x", new byte[0]))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void readsEveryCompressionByItsContent(Compression how) throws IOException {
        Path file = file("RS_x", pack(how, manyLines(3000)));

        try (DumpReader reader = DumpReader.open(file)) {
            assertThat(reader.size()).isEqualTo(Files.size(file));
            for (int i = 0; i < 3000; i++) {
                DumpLine line = reader.next();
                assertThat(line).isInstanceOf(DumpLine.Parsed.class);
                assertThat(reader.bytesRead()).isPositive().isLessThanOrEqualTo(reader.size());
            }
            assertThat(reader.next()).isNull();
            assertThat(reader.next()).isNull();
            assertThat(reader.bytesRead()).isEqualTo(reader.size());
            assertThat(reader.lineNumber()).isEqualTo(3000);
        }
    }

    @Test
    void takesWindowsLongerThanADecoderTakesByItself() throws IOException {
        byte[] line = bytes(POST);
        // A frame (RFC 8878) whose header asks for a window of 2^28 bytes, of one raw block.
        byte[] head = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) ((28 - 10) << 3)};
        int block = (line.length << 3) | 1;
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(head);
        frame.write(new byte[]{(byte) block, (byte) (block >> 8), (byte) (block >> 16)});
        frame.write(line);

        assertThat(read(file("RS_x.zst", frame.toByteArray()))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = {"GZIP", "ZSTD"})
    void readsSeveralMembersOneAfterTheOther(Compression how) throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(pack(how, bytes(POST)));
        members.write(pack(how, new byte[0]));
        members.write(pack(how, bytes(COMMENT)));
        // One that begins in the middle of a line.
        byte[] line = bytes(POST);
        members.write(pack(how, Arrays.copyOf(line, 20)));
        members.write(pack(how, Arrays.copyOfRange(line, 20, line.length)));

        assertThat(read(file("RS_x", members.toByteArray()))).hasSize(3)
                .allSatisfy(read -> assertThat(read).isInstanceOf(DumpLine.Parsed.class));
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = {"GZIP", "ZSTD"})
    void keepsTheLinesBeforeAFileEndsEarly(Compression how) throws IOException {
        byte[] packed = pack(how, manyLines(3000));
        Path file = file("RS_x", Arrays.copyOf(packed, packed.length / 2));
        int lines = 0;
        try (DumpReader reader = DumpReader.open(file)) {
            DumpException failure = null;
            while (failure == null) {
                try {
                    assertThat(reader.next()).isInstanceOf(DumpLine.Parsed.class);
                    lines++;
                } catch (DumpException e) {
                    failure = e;
                }
            }
            // A block of the compression may be lost with its end: zstd's are 128 KiB.
            assertThat(lines).isBetween(1200, 1500);
            assertThat(failure).hasMessageContaining("RS_x").hasMessageEndingWith("after line " + lines);
            assertThat(failure.lines()).isEqualTo(lines);
            assertThat(reader.position().lines()).isEqualTo(lines);
            assertThatThrownBy(reader::next).as("it stays so").isSameAs(failure);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = {"GZIP", "ZSTD"})
    void saysThatAFileIsDamaged(Compression how) throws IOException {
        byte[] packed = pack(how, manyLines(3000));
        Arrays.fill(packed, packed.length / 2, packed.length / 2 + 1000, (byte) 0x55);
        Path file = file("RS_x", packed);

        assertThatExceptionOfType(DumpException.class).isThrownBy(() -> read(file)).satisfies(e -> assertThat(e.lines()).isPositive());
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void takesUpReadingWhereItLeftOff(Compression how) throws IOException {
        Path file = file("RS_x", pack(how, manyLines(1000)));
        List<DumpLine> whole = read(file);
        for (int stop : List.of(0, 1, 500, 999, 1000)) {
            DumpPosition position;
            try (DumpReader reader = DumpReader.open(file)) {
                for (int i = 0; i < stop; i++) {
                    assertThat(reader.next()).isNotNull();
                }
                position = reader.position();
            }
            assertThat(read(file, position)).isEqualTo(whole.subList(stop, 1000));
        }
    }

    @Test
    void takesUpReadingAtTheEndOfAFileWithoutALastLineBreak() throws IOException {
        byte[] bytes = POST.replace('\'', '"').getBytes(UTF_8);
        Path file = file("RS_x", bytes);

        assertThat(read(file, new DumpPosition(1, bytes.length))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void noticesAPositionOfAnotherFile(Compression how) throws IOException {
        Path file = file("RS_x", pack(how, bytes(POST, COMMENT)));

        assertThatExceptionOfType(DumpException.class).isThrownBy(() -> read(file, new DumpPosition(1, 17)))
                .withMessageContaining("not the file that was read before");
        assertThatExceptionOfType(DumpException.class).isThrownBy(() -> read(file, new DumpPosition(1, 170_000)))
                .withMessageContaining("not the file that was read before");
    }

    @Test
    void rejectsALineThatIsTooLongAndGoesOn() throws IOException {
        Path file = folder.resolve("RS_x");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes(POST));
            out.write("{\"title\":\"".getBytes(UTF_8));
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < 40; i++) {
                out.write(block);
            }
            out.write('\n');
            out.write(bytes(COMMENT));
        }

        List<DumpLine> lines = read(file);
        assertThat(lines).hasSize(3);
        assertThat(reason(lines.get(1))).isEqualTo("oversized");
        assertThat(item(lines.get(2)).kind()).isEqualTo(ItemKind.COMMENT);
        DumpPosition afterIt = new DumpPosition(2, bytes(POST).length + 10 + (40L << 20) + 1);
        assertThat(read(file, afterIt)).containsExactly(lines.get(2));
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> DumpReader.open(folder.resolve("RS_none"))).isInstanceOf(NoSuchFileException.class);
    }

    /** Cut into blocks and parsed elsewhere, a file holds what it holds line by line, and each block ends where the next begins. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    void blocksHoldTheSameLines(int most) throws IOException {
        String text = "\uFEFF" + POST + "\n\nnonsense\n" + COMMENT + "\r\n{}\n" + POST;
        Path file = file("RS_blocks", pack(Compression.GZIP, text.replace('\'', '"').getBytes(UTF_8)));
        List<DumpLine> expected = new ArrayList<>();
        try (DumpReader reader = DumpReader.open(file)) {
            for (DumpLine line = reader.next(); line != null; line = reader.next()) {
                expected.add(line);
            }
        }
        assertThat(expected).hasSize(5);
        List<DumpLine> lines = new ArrayList<>();
        DumpPosition from = DumpPosition.START;
        for (DumpBlock block = block(file, from, most); block != null; block = block(file, from, most)) {
            lines.addAll(block.parse());
            from = block.end();
        }
        assertThat(lines).isEqualTo(expected);
        assertThat(from.lines()).isEqualTo(6);
    }

    private static @Nullable DumpBlock block(Path file, DumpPosition from, int most) throws IOException {
        try (DumpReader reader = DumpReader.open(file, from)) {
            return reader.nextBlock(most);
        }
    }

    /** Of a file that breaks off, blocks give every whole line before the failure is told. */
    @Test
    void aBlockBeforeADamageIsWhole() throws IOException {
        byte[] packed = pack(Compression.GZIP,
                bytes(IntStream.range(0, 5000).mapToObj(i -> POST.replace("p1", "p" + i)).toArray(String[]::new)));
        Path file = file("RS_damaged", Arrays.copyOf(packed, packed.length / 2));
        List<DumpLine> lines = new ArrayList<>();
        try (DumpReader reader = DumpReader.open(file)) {
            assertThatExceptionOfType(DumpException.class).isThrownBy(() -> {
                for (DumpBlock block = reader.nextBlock(100); block != null; block = reader.nextBlock(100)) {
                    lines.addAll(block.parse());
                }
            });
            assertThat(lines).isNotEmpty().hasSize((int) reader.position().lines());
        }
    }
}
