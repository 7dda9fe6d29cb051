package dev.sentimentagent.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GcFiguresTest {
    @Test
    void pausesAreReadFromTheLog() {
        GcFigures figures = GcFigures.parse(
                List.of(
                        "[0.004s][info][gc] Using Serial",
                        "[0.615s][info][gc] GC(0) Pause Young (Allocation Failure) 17M->3M(61M) 4.251ms",
                        "[0.910s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 12M->8M(61M) 20.5ms",
                        "[1.002s][info][gc] GC(2) Pause Young (Allocation Failure) 25M->10M(61M) 2ms",
                        "[1.002s][info][gc] GC(3) Pau"));
        assertThat(figures.heapAfterMb()).containsExactly(3.0, 8.0, 10.0);
        assertThat(figures.pauseMs()).containsExactly(4.251, 20.5, 2.0);
        assertThat(figures.heapLateMb()).isEqualTo(3);
    }
}
