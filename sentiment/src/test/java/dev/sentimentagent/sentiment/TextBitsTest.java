package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextBitsTest {
    private static final String CHARACTERS = "azAZ09@[`{/:'!?.- \n\t\u0000\u001c\u007f\u00a0\u00a1\u00bf\u00e9\u2019\u212a\ud83d\ude00";

    @Test
    void tellsOfEachCharacterWhatItIs() {
        Random random = new Random(1);
        TextBits bits = new TextBits();
        for (int length = 0; length < 300; length++) {
            char[] text = (random.ints(length, 0, CHARACTERS.length())
                    .collect(StringBuilder::new, (made, i) -> made.append(CHARACTERS.charAt(i)), StringBuilder::append) + " ")
                    .toCharArray();
            bits.read(text, length);
            for (int at = 0; at < length; at++) {
                assertThat(bits.lengthOfWord(at)).isEqualTo(lengthOfWord(text, at));
                assertThat(bits.letters(at) & 1).isEqualTo(isLetter(text[at]) ? 1 : 0);
                assertThat(bits.bytes()[at] < 0).isEqualTo(text[at] > 0x7f);
                if (text[at] <= 0x7f) {
                    assertThat((char) bits.bytes()[at]).isEqualTo(Character.toLowerCase(text[at]));
                }
            }
            assertThat(bits.exclamationMarks()).isEqualTo(count(text, '!'));
            assertThat(bits.questionMarks()).isEqualTo(count(text, '?'));
        }
    }

    private static int lengthOfWord(char[] text, int at) {
        int end = at;
        while (end - at < Long.SIZE && text[end] > ' ' && text[end] < 0x7f) {
            end++;
        }
        return end - at;
    }

    private static boolean isLetter(char c) {
        return c <= 0x7f && Character.isLetterOrDigit(c);
    }

    private static int count(char[] text, char wanted) {
        return (int) IntStream.range(0, text.length).filter(i -> text[i] == wanted).count();
    }
}
