package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong();
    /** What is made in the background waits here for its turn. */
    private final Queue<Runnable> background = new ArrayDeque<>();
    private boolean waiting = true;
    private int made;

    private final Kept kept = Kept.renewing(LONG, 1 << 20, task -> {
        if (waiting) {
            task.run();
        } else {
            background.add(task);
        }
    }, nanos::get);

    @Test
    void whatIsAskedForAgainIsGivenAsItIs() {
        Answer first = kept.get("a", this::next);
        pass(LONG.dividedBy(2));
        assertThat(kept.get("a", this::next)).isSameAs(first);
        assertThat(kept.get("b", this::next)).isNotSameAs(first);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void whatGrowsOldIsGivenWhileItIsMadeAnew() {
        Answer old = kept.get("a", this::next);
        Answer others = kept.get("b", this::next);
        waiting = false;
        pass(LONG.dividedBy(2).plusNanos(1));
        assertThat(kept.get("a", this::next)).isSameAs(old);
        assertThat(kept.get("a", this::next)).isSameAs(old);
        assertThat(kept.get("b", this::next)).as("one after the other").isSameAs(others);
        assertThat(background).hasSize(1);

        background.remove().run();
        assertThat(kept.get("a", this::next)).isNotSameAs(old);
        assertThat(background).isEmpty();
        assertThat(kept.get("b", this::next)).isSameAs(others);
        assertThat(background).hasSize(1);
    }

    @Test
    void whatIsTooOldIsWaitedFor() {
        Answer old = kept.get("a", this::next);
        pass(LONG.plusNanos(1));
        assertThat(kept.get("a", this::next)).isNotSameAs(old);
    }

    @Test
    void aFailureIsToldAndNotKept() {
        assertThatThrownBy(() -> kept.get("a", KeptTest::failure)).hasMessage("gone");
        Answer answer = kept.get("a", this::next);
        pass(LONG.dividedBy(2).plusNanos(1));
        assertThat(kept.get("a", KeptTest::failure)).as("who does not wait for it is spared it").isSameAs(answer);
        assertThat(kept.get("a", this::next)).isSameAs(answer);
        assertThat(kept.get("a", this::next)).as("tried again").isNotSameAs(answer);
        pass(LONG.plusNanos(1));
        assertThatThrownBy(() -> kept.get("a", KeptTest::failure)).hasMessage("gone");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Answer next() {
        made++;
        byte[] body = {(byte) made};
        return new Answer("text/plain", body, body, null);
    }

    private static Answer failure() {
        throw new IllegalStateException("gone");
    }
}
