package dev.sentimentagent.model.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final int SEEDS = 2000;

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "line\nbreak\ttab\r\n", "naïve – 价格 – हिन्दी", "🔥 \ud83d\udc68\u200d\ud83d\udcbb", "\uFFFD",
            "\u0001\u001f"})
    void cleanTextIsLeftAlone(String text) {
        assertThat(Texts.clean(text)).isSameAs(text);
    }

    @ParameterizedTest
    @MethodSource("dirtyAndClean")
    void nulGoesAndLoneSurrogatesAreReplaced(String dirty, String clean) {
        assertThat(Texts.clean(dirty)).isEqualTo(clean);
    }

    static String[][] dirtyAndClean() {
        return new String[][]{
                {"\0", ""},
                {"a\0b\0\0c", "abc"},
                {"\ud83d", "\uFFFD"},
                {"\udd25", "\uFFFD"},
                {"a\ud83d", "a\uFFFD"},
                {"\ud83da", "\uFFFDa"},
                {"\udd25\ud83d", "\uFFFD\uFFFD"},
                {"\ud83d\ud83d\udd25", "\uFFFD🔥"},
                {"🔥\udd25", "🔥\uFFFD"},
                // What the NUL held apart does not become a pair.
                {"\ud83d\0\udd25", "\uFFFD\uFFFD"}};
    }

    @Test
    void anyTextBecomesFitForADatabase() {
        for (int seed = 0; seed < SEEDS; seed++) {
            String text = hostileText(new Random(seed));
            String clean = Texts.clean(text);

            assertThat(clean).as("seed %d", seed).doesNotContain("\0");
            assertThatCode(() -> UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPORT).encode(CharBuffer.wrap(clean)))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
            assertThat(Texts.clean(clean)).as("seed %d", seed).isSameAs(clean);
            assertThat(new String(clean.getBytes(UTF_8), UTF_8)).as("seed %d", seed).isEqualTo(clean);
        }
    }

    @Test
    void nothingElseIsTouched() {
        for (int seed = 0; seed < SEEDS; seed++) {
            String text = hostileText(new Random(seed));
            // Reads surrogates that stand alone as code points of their own.
            String expected = text.codePoints()
                    .filter(c -> c != 0)
                    .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Texts.clean(text)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static String hostileText(Random random) {
        char[] chars = {0, 'a', '\n', 'é', '价', '\ud83d', '\udd25', '\udbff', '\udfff', '\ud800', '\udc00', '\uFFFD', '\uFFFF'};
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(24); length > 0; length--) {
            text.append(chars[random.nextInt(chars.length)]);
        }
        return text.toString();
    }
}
