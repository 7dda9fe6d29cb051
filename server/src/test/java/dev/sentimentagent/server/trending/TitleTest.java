package dev.sentimentagent.server.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleTest {
    @ParameterizedTest
    @ValueSource(strings = {"GPT-5 rocks", "gpt 5 ROCKS", "Gpt5 rocks!", "\u2018GPT\u20115\u2019 rocks", "𝗚𝗣𝗧-𝟱 rocks"})
    void spellingsOfOneThingMeet(String title) {
        assertThat(Title.of(title).phrases()).contains("gpt 5", "gpt");
    }

    @Test
    void phrasesAreTellingWordsAndPairsOfThem() {
        assertThat(Title.of("The rate limits of Claude's Max plan").phrases())
                .containsExactly("rate", "rate limit", "limit", "claude", "claude max", "max", "max plan", "plan");
    }

    @Test
    void punctuationAndStopWordsPartPhrases() {
        assertThat(Title.of("Cursor, Windsurf or Copilot").phrases()).containsExactly("cursor", "windsurf", "copilot");
    }

    @Test
    void dotsApostrophesAndSignsHoldAWordTogether() {
        assertThat(Title.of("llama.cpp won't build on C++ and C#.").words().stream().map(Word::key))
                .containsExactly("llama.cpp", "wont", "build", "on", "c++", "and", "c#");
    }

    @Test
    void shortNumbersTellSomethingOnlyBehindAWord() {
        assertThat(Title.of("5 things about Sonnet 4.5 and error 529").phrases())
                .containsExactly("sonnet", "sonnet 4.5", "error", "error 529", "529");
    }

    @Test
    void pricesKeepTheirSign() {
        assertThat(Title.of("$20 a month").words().getFirst().key()).isEqualTo("$20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "🔥🔥🔥", "?!", "\u0000\n", "\ud83d"})
    void titleWithoutLettersHasNoWords(String title) {
        assertThat(Title.of(title).words()).isEmpty();
        assertThat(Title.of(title).phrases()).isEmpty();
    }

    @Test
    void otherScriptsAreWordsToo() {
        assertThat(Title.of("Почему Cursor так подорожал? 价格太高").phrases()).contains("cursor", "подорожал", "价格太高");
        assertThat(Title.of("हिन्दी").words()).hasSize(1);
    }

    @Test
    void aTitleWithoutEndHasAnEnd() {
        assertThat(Title.of("word ".repeat(10_000)).words()).hasSize(80);
        assertThat(Title.of("a.".repeat(20_000)).words()).hasSize(1);
    }

    @Test
    void findsAPhrase() {
        Title title = Title.of("New: agent mode. Agent, mode");
        assertThat(title.indexOf(List.of("agent", "mode"))).isEqualTo(1);
        assertThat(title.indexOf(List.of("mode", "agent"))).isEqualTo(-1);
    }
}
