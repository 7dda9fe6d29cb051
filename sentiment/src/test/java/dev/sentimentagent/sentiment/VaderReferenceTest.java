package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sentimentagent.model.Score;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The scorer against the figures of the reference implementation, on the texts of its authors. */
class VaderReferenceTest {
    private static final int TEXTS = 13_098;

    @Test
    void scoresEveryReferenceTextAsTheReferenceDoes() {
        assumeTrue(SharedData.isThere(SharedData.VADER_REFERENCE),
                () -> "skipped: the reference figures are not at " + SharedData.VADER_REFERENCE);
        VaderScorer scorer = new VaderScorer();
        try (Stream<JsonNode> lines = SharedData.read(SharedData.VADER_REFERENCE)) {
            List<String> texts = lines.map(line -> compare(scorer, line)).toList();
            assertThat(texts).hasSize(TEXTS);
            assertThat(texts).filteredOn(difference -> !difference.isEmpty()).isEmpty();
        }
    }

    /** The difference, or an empty string. */
    private static String compare(VaderScorer scorer, JsonNode line) {
        Score actual = scorer.score(line.get("text").asString());
        boolean same = actual.compound() == line.get("compound").asDouble() && actual.positive() == line.get("pos").asDouble()
                && actual.negative() == line.get("neg").asDouble() && actual.neutral() == line.get("neu").asDouble();
        return same ? "" : line + " but was " + actual;
    }
}
