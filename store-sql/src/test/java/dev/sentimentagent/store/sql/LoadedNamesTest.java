package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadedNamesTest {
    private static final int NAMES = 300_000;

    @Test
    void aNameThatWasNotedIsNeverTakenForNewAndHardlyANewOneForKnown() {
        LoadedNames names = new LoadedNames(0);
        long mistaken = IntStream.range(0, NAMES).filter(i -> names.add(name(i))).count();

        assertThat(mistaken).isLessThan(NAMES / 1000);
        assertThat(IntStream.range(0, NAMES)).allMatch(i -> names.add(name(i)));
    }

    @Test
    void itHoldsOnlyForTheVersionThatTheLoadHasMade() {
        LoadedNames names = new LoadedNames(3);
        assertThat(names.holdAt(3)).isTrue();
        names.moveTo(4);
        assertThat(names.holdAt(4)).isTrue();
        assertThat(names.holdAt(5)).isFalse();
    }

    private static String name(int i) {
        return (i % 7 == 0 ? "t3_" : "t1_") + Integer.toString(100_000_000 + i, 36);
    }
}
