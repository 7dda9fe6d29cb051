package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionWordsTest {
    private final TalkScorer scorer = new TalkScorer();

    @ParameterizedTest
    @ValueSource(strings = {"Ich finde, dass das mit der neuen Version nicht besser geworden ist.",
            "Je pense que le modèle n'est pas aussi bon que dans les tests.",
            "No sé por qué el asistente borra los archivos que no están en la lista.",
            "Eu acho que não vale a pena pagar por isso quando você já tem um editor.",
            "Non è una cosa che si può usare ogni giorno, anche se costa poco.",
            "Ik heb het gisteren geprobeerd maar het werkt niet voor mij.",
            "Nie wiem, czy to jest lepsze, ale działa szybciej przez większość czasu.",
            "Bu araç çok hızlı ama nasıl kurulduğunu bilmiyorum, daha kolay olsa iyi.",
            "Jag tycker att det är ett bra verktyg för den som inte kan koda.",
            "Jeg ved ikke hvordan det skal installeres, og det er for langsomt.",
            "En tiedä mitä se tekee, mutta se on hidas kun tiedostot ovat isoja.",
            "Nevím, jestli je to lepší, protože který nástroj použít není jasné.",
            "Nem tudom, hogy ez jobb, mert csak egy napja használom és már lassú.",
            "Nu știu dacă este mai bun, dar pentru mine a fost prea lent.",
            "Saya tidak tahu apakah ini lebih baik, tapi untuk saya sudah cukup.",
            "Tôi không biết cái này có tốt hơn không, nhưng với tôi là đủ.", "Эта модель лучше всех, но в Cursor она работает медленно.",
            "この拡張機能は Cursor で使えますか?"})
    void textInOtherLanguagesIsNotJudged(String text) {
        assertThat(scorer.score(text)).matches(score -> score.foreign());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mac OS, DOS, UN, SE, LA: a list of names by et al.", "The GPT we deserve ಥ_ಥ", "Give 'em hell, give 'em hell",
            "FP16 = 2 bytes per parameter, FP8 = 1 byte per parameter", "Non-bad, non-Chinese, Apache 2.0.",
            "On par with the other one, door to door",
            "σ and μ of α are fine here", "El Capitan and Los Angeles are what I think of, as we said to them in Das Keyboard days",
            "de facto", "It said \"Ich weiß nicht, was das ist\" and then it stopped, which is what they told me it would do"})
    void englishWithForeignWordsIs(String text) {
        assertThat(scorer.score(text)).matches(score -> !score.foreign());
    }

    @Test
    void noWordIsBothEnglishAndForeign() {
        assertThat(Collections.disjoint(FunctionWords.ENGLISH, FunctionWords.FOREIGN)).isTrue();
    }
}
