package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordCodesTest {
    /** Few letters, so that many words begin alike and many that are not in the list look like one that is. */
    private static final String LETTERS = "abn-'";
    private static final int LONGEST = 20;

    @Test
    void findsEachWordAndNoOther() {
        Random random = new Random(1);
        Set<String> words = new HashSet<>();
        while (words.size() < 7_000) {
            words.add(word(random));
        }
        List<String> list = List.copyOf(words);
        WordCodes codes = new WordCodes(list, place -> 10 + place);
        for (int place = 0; place < list.size(); place++) {
            assertThat(find(codes, list.get(place).toUpperCase(Locale.ROOT))).isEqualTo(10 + place);
        }
        for (int i = 0; i < 20_000; i++) {
            String other = word(random);
            assertThat(find(codes, other) != WordCodes.ABSENT).as(other).isEqualTo(words.contains(other));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "two words", "caf\u00e9"})
    void takesNoWordThatNoTextCanHave(String word) {
        assertThatThrownBy(() -> new WordCodes(List.of(word), place -> 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String word(Random random) {
        return random.ints(1 + random.nextInt(LONGEST), 0, LETTERS.length())
                .collect(StringBuilder::new, (word, i) -> word.append(LETTERS.charAt(i)), StringBuilder::append).toString();
    }

    private static int find(WordCodes codes, String word) {
        TextBits bits = new TextBits();
        String text = "..." + word + "bbb";
        bits.read(text.toCharArray(), text.length());
        return codes.find(bits.bytes(), 3, word.length());
    }
}
