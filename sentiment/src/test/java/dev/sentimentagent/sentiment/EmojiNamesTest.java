package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmojiNamesTest {
    /** So many are there in Emoji 11.0, with text symbols that are emoji only before a variation selector, skin tones and hair. */
    private static final int EMOJI_11_CODE_POINTS = 1_212;

    @Test
    void knowsEveryEmojiOfOneCodePointOf2018AndNoOther() {
        long named = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .filter(text -> !spelt(text).equals(text))
                .count();
        assertThat(named).isEqualTo(EMOJI_11_CODE_POINTS);
    }

    @Test
    void namesAreThoseOf2018() {
        assertThat(spelt("\uD83D\uDE35")).isEqualTo("dizzy face");
        assertThat(spelt("\uD83E\uDD17")).isEqualTo("hugging face");
        assertThat(spelt("\uD83C\uDFAF")).isEqualTo("direct hit");
        assertThat(spelt("\uD83D\uDE80")).isEqualTo("rocket");
    }

    @Test
    void aSpaceGoesBeforeANameUnlessThereIsOne() {
        assertThat(spelt("a\uD83D\uDE80b \uD83D\uDE80\n\uD83D\uDE80\uD83D\uDE80"))
                .isEqualTo("a rocketb rocket\n rocket rocket");
    }

    @Test
    void textWithoutEmojiIsLeftAsItIs() {
        String text = "日本 \uD800 \uDC00 “quoted” \uD83E\uDEE0";
        assertThat(spelt(text)).isEqualTo(text);
        assertThat(text.chars().filter(c -> EmojiNames.mayBeginEmoji((char) c)).count()).isEqualTo(2);
    }

    @Test
    void whatStandsBeforeTheFirstEmojiStays() {
        TextBuffer buffer = new TextBuffer();
        buffer.set("on the \uD83D\uDE80!");
        EmojiNames.spellOut("on the \uD83D\uDE80!", 3, buffer);
        assertThat(buffer).hasToString("on the rocket!");
    }

    private static String spelt(String text) {
        TextBuffer buffer = new TextBuffer();
        buffer.set(text);
        EmojiNames.spellOut(text, 0, buffer);
        return buffer.toString();
    }
}
