package dev.sentimentagent.server.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StopSignalTest {
    private final StopSignal signal = new StopSignal();

    @Test
    void cutsWaitingShort() {
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                signal.interruptibly(() -> {
                    waiting.countDown();
                    new CountDownLatch(1).await();
                    return "never";
                });
            } catch (Throwable e) {
                ended.set(e);
            }
        });
        await().until(() -> waiting.getCount() == 0);
        signal.stop();
        await().until(() -> !thread.isAlive());
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void refusesToWaitOnceGiven() {
        signal.stop();
        assertThatThrownBy(() -> signal.interruptibly(() -> "nothing")).isInstanceOf(InterruptedException.class);
    }

    /** An interrupt that comes just as the waiting ends must not break the transaction that follows. */
    @Test
    void leavesNoInterruptBehind() throws InterruptedException {
        String result = signal.interruptibly(() -> {
            signal.stop();
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void doesNotTouchAThreadThatDoesNotWait() {
        signal.stop();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(signal.stopped()).isTrue();
    }
}
