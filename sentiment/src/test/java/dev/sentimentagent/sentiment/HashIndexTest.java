package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HashIndexTest {
    @Test
    void findsEachAndNothingElse() {
        int[] hashes = new Random(3).ints(10_000).distinct().toArray();
        hashes[0] = 0;
        HashIndex index = new HashIndex(hashes);
        for (int i = 0; i < hashes.length; i++) {
            assertThat(index.find(hashes[i])).isEqualTo(i);
        }
        assertThat(new Random(4).ints(10_000).filter(hash -> index.find(hash) != HashIndex.ABSENT).count()).isLessThan(3);
        assertThat(new HashIndex(new int[0]).find(1)).isEqualTo(HashIndex.ABSENT);
    }

    @Test
    void refusesOneThatIsThereTwice() {
        assertThatThrownBy(() -> new HashIndex(new int[]{5, 6, 5})).isInstanceOf(IllegalArgumentException.class);
    }
}
