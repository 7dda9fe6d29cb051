package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashIndexTest {
    /** Evenly over all numbers, and so that one bucket holds all. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 100_000})
    void findsEachAndNothingElse(int bound) {
        int[] hashes = IntStream.concat(new Random(3).ints(10_000, bound == Integer.MAX_VALUE ? Integer.MIN_VALUE : 0, bound),
                IntStream.of(0, Integer.MIN_VALUE)).sorted().distinct().toArray();
        HashIndex index = new HashIndex(hashes);
        for (int i = 0; i < hashes.length; i++) {
            assertThat(index.find(hashes[i])).isEqualTo(i);
            assertThat(index.findOrSize(hashes[i])).isEqualTo(i);
        }
        int[] others = IntStream.concat(new Random(4).ints(10_000), IntStream.of(Integer.MAX_VALUE, -1, 1))
                .filter(hash -> Arrays.binarySearch(hashes, hash) < 0).toArray();
        assertThat(Arrays.stream(others).boxed()).isNotEmpty()
                .allMatch(hash -> index.find(hash) == HashIndex.ABSENT && index.findOrSize(hash) == index.size());
        assertThat(new HashIndex(new int[0]).find(1)).isEqualTo(HashIndex.ABSENT);
    }

    @Test
    void findsSeveralInTheirOrder() {
        HashIndex index = new HashIndex(new int[]{-7, -1, 0, 5, Integer.MAX_VALUE});
        int[] places = new int[6];
        int found = index.findAll(new int[]{5, 4, -7, Integer.MAX_VALUE, Integer.MIN_VALUE, 5}, 6, places);
        assertThat(Arrays.copyOf(places, found)).containsExactly(3, 0, 4, 3);
    }

    @Test
    void refusesOneThatIsThereTwiceAndThoseOutOfOrder() {
        assertThatThrownBy(() -> new HashIndex(new int[]{5, 5, 6})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HashIndex(new int[]{6, 5})).isInstanceOf(IllegalArgumentException.class);
    }
}
