package dev.sentimentagent.server.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhraseCountsTest {
    private int made;

    /**
     * A word 30 times of 1000, 10 times of 1000 and 40 of 2000 in the background, whose prior of 100 words gives it 2: δ = ln (32 / 1068) − ln
     * (12 / 1088) = 0.99938, σ² = 1/32 + 1/12, z = 2.9524.
     */
    @Test
    void theLogOddsRatioIsThatOfMonroeColaresiAndQuinn() {
        LogOdds odds = new LogOdds(1000, 1000, 2000, 100);

        assertThat(odds.z(30, 10, 40)).isCloseTo(2.9524, within(0.0001));
        assertThat(odds.z(10, 30, 40)).isCloseTo(-2.9524, within(0.0001));
        assertThat(odds.z(20, 20, 40)).isZero();
    }

    @Test
    void phrasesOfPraiseAndOfComplaintAreTold() {
        PhraseCounts counts = new PhraseCounts(Set.of("cursor"), word -> word.equals("love"));
        for (int i = 0; i < 60; i++) {
            add(counts, Sentiment.POSITIVE, "user" + i, "I love the tab completion in Cursor. Editor number " + i % 7);
            add(counts, Sentiment.NEGATIVE, "user" + i, "Cursor has a rate limit. Editor number " + i % 7);
            add(counts, Sentiment.NEUTRAL, "user" + i, "Editor");
        }

        TellingPhrases telling = counts.telling(10, 3);
        assertThat(telling.praise()).extracting(TellingPhrase::phrase).anyMatch(phrase -> phrase.contains("completion"))
                .noneMatch(
                        phrase -> phrase.contains("limit") || phrase.equals("cursor") || phrase.equals("love") || phrase.equals("editor"));
        assertThat(telling.complaint()).extracting(TellingPhrase::phrase)
                .anyMatch(phrase -> phrase.contains("rate") || phrase.contains("limit"));
        assertThat(telling.praise()).allMatch(phrase -> phrase.z() >= 2 && phrase.inPraise() == 60 && phrase.authors() == 60);
        assertThat(telling.complaint()).allMatch(phrase -> phrase.z() <= -2);
        assertThat(telling.read()).isEqualTo(180);
        assertThat(telling.sampledOneIn()).isEqualTo(3);
    }

    @Test
    void whatFewerThanFiveAuthorsSayTellsNothing() {
        PhraseCounts counts = new PhraseCounts(Set.of(), _ -> false);
        for (int i = 0; i < 40; i++) {
            add(counts, Sentiment.POSITIVE, "user" + i % 4, "completion");
            add(counts, Sentiment.NEGATIVE, "user" + i, "limit");
        }

        TellingPhrases telling = counts.telling(10, 1);
        assertThat(telling.praise()).isEmpty();
        assertThat(telling.complaint()).extracting(TellingPhrase::phrase).containsExactly("limit");
        assertThat(new PhraseCounts(Set.of(), _ -> false).telling(10, 1)).isEqualTo(new TellingPhrases(List.of(), List.of(), 0, 1));
    }

    private void add(PhraseCounts counts, Sentiment sentiment, String author, String text) {
        double compound = sentiment == Sentiment.POSITIVE ? 0.5 : sentiment == Sentiment.NEGATIVE ? -0.5 : 0;
        counts.add(new ScoredItem(
                new Comment("c" + made++, "Cursor", author, "p", "t3_p", text, "/x", Instant.EPOCH, Instant.EPOCH, 1, null, false),
                new Score(sentiment, compound, 0, 0, 1, 1, "VADER", "1"), Set.of("cursor")), sentiment);
    }
}
