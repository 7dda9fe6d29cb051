package dev.sentimentagent.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sentimentagent.sentiment.Explanation.Mark;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PieceTest {
    private static final String TITLE = "I love it";
    private static final String BODY = "so bad, so good";
    /** Of the title, a line break, and the body. */
    private static final List<Mark> MARKS = List.of(new Mark(2, 6, 0.5), new Mark(13, 17, -0.25), new Mark(21, 25, 0.125));

    @Test
    void theMarkedWordsStandApart() {
        assertThat(Piece.of(TITLE, MARKS, 0)).extracting(Piece::text, Piece::valence)
                .containsExactly(tuple("I ", 0.0), tuple("love", 0.5), tuple(" it", 0.0));
        assertThat(Piece.of(BODY, MARKS, TITLE.length() + 1)).extracting(Piece::text, Piece::valence)
                .containsExactly(tuple("so ", 0.0), tuple("bad,", -0.25), tuple(" so ", 0.0), tuple("good", 0.125));
    }

    @Test
    void nothingOfTheTextIsLostWhateverTheMarks() {
        for (int offset = -30; offset < 30; offset++) {
            assertThat(Piece.of(BODY, MARKS, offset).stream().map(Piece::text).collect(Collectors.joining())).isEqualTo(BODY);
        }
        assertThat(Piece.of("", MARKS, 0)).isEmpty();
    }

    @Test
    void whatAWordDoesIsSaidInWords() {
        assertThat(new Piece("love", 0.5).about()).isEqualTo("makes it better by 0.50");
        assertThat(new Piece("bad", -0.25).about()).isEqualTo("makes it worse by 0.25");
    }
}
