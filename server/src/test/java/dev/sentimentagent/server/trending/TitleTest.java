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
        assertThat(terms(title)).contains("gpt5", "gpt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-oss-120b", "GPT-OSS 20B", "GPT OSS", "openai/gptoss", "GPT\u2011Oss's"})
    void wordsMeetHoweverTheyAreJoined(String title) {
        assertThat(terms(title)).contains("gptoss");
    }

    @Test
    void namesWithADotMeetThoseWithout() {
        assertThat(terms("llama.cpp")).isEqualTo(terms("llamacpp"));
        assertThat(terms("Llama cpp")).contains("llamacpp");
    }

    private static List<String> terms(String title) {
        return Title.of(title).terms().stream().map(Term::key).toList();
    }

    @Test
    void phrasesAreTellingWordsAndPairsOfThem() {
        assertThat(terms("The rate limits of Claude's Max plan"))
                .containsExactly("rate", "ratelimit", "limit", "claude", "claudemax", "max", "maxplan", "plan");
    }

    @Test
    void punctuationAndStopWordsPartPhrases() {
        assertThat(terms("Cursor, Windsurf or Copilot")).containsExactly("cursor", "windsurf", "copilot");
    }

    @Test
    void dotsApostrophesAndSignsHoldAWordTogether() {
        assertThat(Title.of("llama.cpp won't build on C++ and C#.").words().stream().map(Word::key))
                .containsExactly("llamacpp", "wont", "build", "on", "c++", "and", "c#");
    }

    @Test
    void shortNumbersTellSomethingOnlyBehindAWord() {
        assertThat(terms("5 things about Sonnet 4.5 and error 529"))
                .containsExactly("sonnet", "sonnet4.5", "error", "error529", "529");
    }

    @Test
    void pricesKeepTheirSign() {
        assertThat(Title.of("$20 a month").words().getFirst().key()).isEqualTo("$20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "🔥🔥🔥", "?!", "\u0000\n", "\ud83d"})
    void titleWithoutLettersHasNoWords(String title) {
        assertThat(Title.of(title).words()).isEmpty();
        assertThat(Title.of(title).terms()).isEmpty();
    }

    @Test
    void otherScriptsAreWordsToo() {
        assertThat(terms("Почему Cursor так подорожал? 价格太高")).contains("cursor", "подорожал", "价格太高");
        assertThat(Title.of("हिन्दी").words()).hasSize(1);
    }

    @Test
    void aTitleWithoutEndHasAnEnd() {
        assertThat(Title.of("word ".repeat(10_000)).words()).hasSize(80);
        assertThat(Title.of("a.".repeat(20_000)).words()).hasSize(1);
    }

    @Test
    void tellsHowATermIsSpelt() {
        assertThat(Title.of("Trying Kitten on my DeepSeek box").terms()).extracting(Term::spelling)
                .startsWith(Term.Spelling.NAME, Term.Spelling.NAME, Term.Spelling.PLAIN)
                .contains(Term.Spelling.NAME);
    }

    @Test
    void findsAPhrase() {
        Title title = Title.of("New: agent mode. Agent, mode");
        assertThat(title.find("agentmode")).isEqualTo(new Title.Span(1, 3));
        assertThat(title.find("agent")).isEqualTo(new Title.Span(1, 2));
        assertThat(title.find("modeagent")).isNull();
        assertThat(title.find("agentm")).isNull();
    }
}
