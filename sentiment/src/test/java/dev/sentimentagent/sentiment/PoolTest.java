package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolTest {
    @Test
    void whatIsGivenBackIsTakenAgain() {
        Pool<Object> pool = new Pool<>(Object::new);
        Object object = pool.take();
        pool.giveBack(object);
        assertThat(pool.take()).isSameAs(object);
        assertThat(pool.take()).isNotSameAs(object);
    }

    @Test
    void keepsNoMoreThanAFewForEachCore() {
        AtomicInteger made = new AtomicInteger();
        Pool<Integer> pool = new Pool<>(made::incrementAndGet);
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            taken.add(pool.take());
        }
        taken.forEach(pool::giveBack);
        Set<Integer> kept = new HashSet<>();
        for (int object = pool.take(); object <= 10_000; object = pool.take()) {
            kept.add(object);
        }
        assertThat(kept).hasSizeBetween(1, 2 * Runtime.getRuntime().availableProcessors());
    }

    @Test
    void noTwoThreadsHaveTheSameObjectAtATime() {
        Pool<AtomicBoolean> pool = new Pool<>(AtomicBoolean::new);
        boolean shared = IntStream.range(0, 100_000).parallel().anyMatch(i -> {
            AtomicBoolean inUse = pool.take();
            boolean wasInUse = inUse.getAndSet(true);
            inUse.set(false);
            pool.giveBack(inUse);
            return wasInUse;
        });
        assertThat(shared).isFalse();
    }
}
