package dev.sentimentagent.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBlocksTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100_000})
    void blocksAreWholeLinesAndAllOfTheInput(int readSize) throws IOException {
        String input = "first\n\n" + "x".repeat(300_000) + "\nlast without end";
        List<String> blocks = blocks(new Dripping(input, readSize));
        assertThat(String.join("", blocks)).isEqualTo(input);
        assertThat(blocks.subList(0, blocks.size() - 1)).allMatch(block -> block.endsWith("\n"));
    }

    @Test
    void aLineIsGivenAsSoonAsItIsThere() throws IOException {
        LineBlocks blocks = new LineBlocks(new Dripping("one\ntwo\n", 4));
        assertThat(blocks.next()).asString(StandardCharsets.UTF_8).isEqualTo("one\n");
        assertThat(blocks.next()).asString(StandardCharsets.UTF_8).isEqualTo("two\n");
        assertThat(blocks.next()).isNull();
    }

    @Test
    void theRestOfALineWithoutEndIsLeftOut() throws IOException {
        List<String> blocks = blocks(new Dripping("x".repeat(LineBlocks.MAX_LINE + 1_000_000) + "\nnext\n", 100_000));
        assertThat(String.join("", blocks)).isEqualTo("x".repeat(LineBlocks.MAX_LINE) + "\nnext\n");
    }

    @Test
    void nothingInNothingOut() throws IOException {
        assertThat(new LineBlocks(new ByteArrayInputStream(new byte[0])).next()).isNull();
    }

    private static List<String> blocks(InputStream in) throws IOException {
        LineBlocks blocks = new LineBlocks(in);
        List<String> all = new ArrayList<>();
        for (byte[] block = blocks.next(); block != null; block = blocks.next()) {
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            copy.write(block);
            all.add(copy.toString(StandardCharsets.UTF_8));
        }
        return all;
    }

    /** Gives a few bytes at a time, as a pipe or a keyboard does. */
    private static final class Dripping extends FilterInputStream {
        private final int size;

        Dripping(String input, int size) {
            super(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            this.size = size;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(size, length));
        }
    }
}
