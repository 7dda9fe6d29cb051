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
                .filter(text -> !EmojiNames.spellOut(text).equals(text))
                .count();
        assertThat(named).isEqualTo(EMOJI_11_CODE_POINTS);
    }

    @Test
    void namesAreThoseOf2018() {
        assertThat(EmojiNames.spellOut("\uD83D\uDE35")).isEqualTo("dizzy face");
        assertThat(EmojiNames.spellOut("\uD83E\uDD17")).isEqualTo("hugging face");
        assertThat(EmojiNames.spellOut("\uD83C\uDFAF")).isEqualTo("direct hit");
        assertThat(EmojiNames.spellOut("\uD83D\uDE80")).isEqualTo("rocket");
    }

    @Test
    void aSpaceGoesBeforeANameUnlessThereIsOne() {
        assertThat(EmojiNames.spellOut("a\uD83D\uDE80b \uD83D\uDE80\n\uD83D\uDE80\uD83D\uDE80"))
                .isEqualTo("a rocketb rocket\n rocket rocket");
    }

    @Test
    void textWithoutEmojiIsLeftAsItIs() {
        String text = "日本 \uD800 \uDC00 “quoted” \uD83E\uDEE0";
        assertThat(EmojiNames.spellOut(text)).isSameAs(text);
    }
}
