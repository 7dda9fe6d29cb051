package dev.sentimentagent.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GrammarTest {
    private static final Situation SITUATION = new Situation(Product.ALL.get(1), Product.ALL.get(0), "1.2", "hooks", "claude",
            Stance.NEGATIVE);

    private static String say(String... lines) {
        return Grammar.parse(List.of(lines)).say("start", SITUATION, new SplittableRandom(5));
    }

    @Test
    void expandsReferences() {
        assertThat(say("== start", "{^mood*} in {version}\\n{7-7} {feature}", "== mood.positive", "good", "== mood.negative", "bad",
                "== mood.neutral", "so", "== mood.mixed", "so so")).isEqualTo("Bad in 1.2\n7 hooks");
        assertThat(say("# a comment", "== start", "", "{tool}")).isEqualToIgnoringCase("claude code");
    }

    @Test
    void refusesUnknownReferences() {
        assertThatIllegalArgumentException().isThrownBy(() -> say("== start", "{nowhere}")).withMessageContaining("nowhere");
        assertThatIllegalArgumentException().isThrownBy(() -> say("== start", "{some thing}")).withMessageContaining("some thing");
        assertThatIllegalArgumentException().isThrownBy(() -> Grammar.parse(List.of()).say("start", SITUATION, new SplittableRandom(1)));
    }

    @Test
    void theShippedGrammarKnowsEverySubject() {
        Grammar grammar = Grammar.load();
        for (Subject subject : Subject.values()) {
            assertThat(grammar.has("title." + subject.rule())).as(subject.rule()).isTrue();
        }
    }
}
