package dev.sentimentagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LoadResultTest {
    private static final String OUTPUT = """
            Running 2s test @ http://127.0.0.1:18999
              1 threads and 1 connections
              3185 requests in 2.01s, 239.50KB read
            Requests/sec:   1584.67
            result\t3185\t2009883\t245245\t329\t178616\t208904\t2\t1
            """;

    @Test
    void theLineOfTheScriptIsRead() {
        LoadResult result = LoadResult.parse(OUTPUT);

        assertThat(result).isEqualTo(new LoadResult(3185, 2.009883, 245_245, 0.329, 178.616, 208.904, 2, 1));
        assertThat(result.rate()).isCloseTo(1584.67, within(0.01));
        assertThat(result.kilobytes()).isCloseTo(0.077, within(0.001));
        assertThat(result.clean()).isFalse();
    }

    @Test
    void outputWithoutItIsQuoted() {
        assertThatThrownBy(() -> LoadResult.parse("unable to connect")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unable to connect");
        assertThatThrownBy(() -> LoadResult.parse("result\t1\t2")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("requests.lua");
    }

    @Test
    void theMeanOfTwoKeepsTheWorst() {
        LoadResult a = new LoadResult(100, 1, 1000, 1, 10, 20, 0, 0);
        LoadResult b = new LoadResult(300, 1, 3000, 3, 30, 10, 1, 0);

        assertThat(LoadResult.mean(a, b)).isEqualTo(new LoadResult(200, 1, 2000, 2, 20, 20, 1, 0));
    }
}
