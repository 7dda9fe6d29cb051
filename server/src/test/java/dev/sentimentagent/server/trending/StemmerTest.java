package dev.sentimentagent.server.trending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemmerTest {
    @ParameterizedTest
    @CsvSource({
            "limits, limit",
            "prices, price",
            "queries, query",
            "crashes, crash",
            "boxes, box",
            "classes, class",
            "branches, branch",
            "caches, cache",
            "status, status",
            "analysis, analysis",
            "access, access",
            "aws, aws",
            "cursor, cursor"})
    void takesThePluralOff(String word, String singular) {
        assertThat(Stemmer.singular(word)).isEqualTo(singular);
    }
}
