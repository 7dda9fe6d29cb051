package dev.sentimentagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read from programs that were not made for it. */
class ReadingsTest {
    @Test
    void anImportsRateIsThatOfAllOfIt() {
        String output = """
                RC_demo.ndjson: 40 % of 20.0 MB, 30,000 items, 30,000/s, 2 s left
                RS_demo.ndjson: 20,000 read = 20,000 stored + 0 updated + 0 unchanged + 0 rejected (10,000 items/s)
                RC_demo.ndjson: 80,000 read = 79,000 stored + 1,000 updated + 0 unchanged + 0 rejected (40,000 items/s)
                total: 100,000 read = 99,000 stored + 1,000 updated + 0 unchanged + 0 rejected (25,000 items/s)
                """;

        ImportBenchmark.Figures figures = ImportBenchmark.Figures.parse(output, 5);

        assertThat(figures.items()).isEqualTo(100_000);
        assertThat(figures.itemsPerSecond()).isEqualTo(25_000);
    }

    @Test
    void theFlagsOfAProcessAreWhatIsNeitherItsClassPathNorItsProperties() {
        assertThat(StartBenchmark
                .flags(List.of("/jdk/bin/java", "-XX:+UseSerialGC", "-Xmx256m", "-Dhome=/x", "-cp", "a.jar", "Main", "serve")))
                .containsExactly("-XX:+UseSerialGC", "-Xmx256m");
    }

    @Test
    void memoryIsReadFromTheStatusOfAProcess() {
        List<String> status = List.of("Name:\tjava", "VmHWM:\t  204800 kB", "VmRSS:\t  102400 kB", "Threads:\t31");

        assertThat(ProcessMemory.parse(status)).isEqualTo(new ProcessMemory(100, 200, 31));
        assertThatThrownBy(() -> ProcessMemory.parse(List.of())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("VmRSS");
    }

    @Test
    void onlyTheBlockIsReplaced() {
        String document = "# Title\n<!-- begin a -->\nold\n<!-- end a -->\nprose\n<!-- begin b -->\nkept\n<!-- end b -->\n";

        assertThat(Document.replace(document, "a", "new"))
                .isEqualTo("# Title\n<!-- begin a -->\nnew\n<!-- end a -->\nprose\n<!-- begin b -->\nkept\n<!-- end b -->\n");
        assertThatThrownBy(() -> Document.replace(document, "c", "new")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBarSaysWhatIsRequiredAndWhetherItIsMet() {
        assertThat(Bar.atMost(1.4, 1.5, "%.1f")).hasToString("✓ ≤ 1.5");
        assertThat(Bar.atLeast(0.4, 0.5, "%.2f").and(Bar.atMost(2, 3, "%.0f × p99"))).hasToString("✗ ≥ 0.50, ≤ 3 × p99");
    }
}
