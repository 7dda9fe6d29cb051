package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.server.dashboard.Page;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeptPagesTest {
    private static final Page LATER = new Page(200, "text/html", "later", null, false);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final AtomicLong nanos = new AtomicLong(-17);
    private final AtomicBoolean failing = new AtomicBoolean();
    private final KeptPages pages = pages(Runnable::run);
    private long version = 1;
    private int made;

    @Test
    void whatIsAskedForAgainIsGivenAsItIs() {
        Answer first = ask("a");
        pass(KeptPages.KEPT.minus(MOMENT));
        assertThat(ask("a")).isSameAs(first);
        assertThat(ask("b")).isNotSameAs(first);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void whatIsTooOldIsWaitedFor() {
        Answer old = ask("a");
        pass(KeptPages.KEPT);
        assertThat(ask("a")).isNotSameAs(old);
    }

    @Test
    void newsMayBeMissingForSecondsAndNoLonger() {
        Answer old = ask("a");
        news();
        pass(KeptPages.BEHIND.minus(MOMENT));
        assertThat(ask("a")).isSameAs(old);
        news();
        pass(MOMENT);
        Answer second = ask("a");
        assertThat(second).as("the first news are ten seconds old").isNotSameAs(old);
        pass(KeptPages.BEHIND);
        assertThat(ask("a")).as("the second news were there when it was made").isSameAs(second);
    }

    @Test
    void newsThatCameWhileNobodyAskedAreOnThePage() {
        Answer old = ask("a");
        pass(Duration.ofSeconds(5));
        news();
        pass(Duration.ofSeconds(20));
        assertThat(ask("a")).isNotSameAs(old);
    }

    @Test
    void whatIsReadIsMadeAnewAfterNews() throws InterruptedException {
        ask("once");
        Answer old = ask("a");
        ask("a");
        news();
        renew();
        assertThat(ask("a")).as("it was made a moment ago").isSameAs(old);
        pass(KeptPages.SPARED);
        renew();
        assertThat(made).as("what was asked for once is not").isEqualTo(3);
        assertThat(ask("a")).isNotSameAs(old);
    }

    @Test
    void nobodyWaitsForWhatIsReadWhileDataComeIn() throws InterruptedException {
        ask("a");
        ask("a");
        for (int second = 0; second < 60; second++) {
            news();
            pass(Duration.ofSeconds(1));
            renew();
            int before = made;
            ask("a");
            assertThat(made).isEqualTo(before);
        }
        assertThat(made).isBetween(12, 16);
    }

    @Test
    void whatIsReadIsMadeAnewBeforeItsTimeIsOver() throws InterruptedException {
        Answer old = ask("a");
        ask("a");
        pass(KeptPages.RENEWED.minus(MOMENT));
        renew();
        assertThat(ask("a")).isSameAs(old);
        pass(MOMENT);
        renew();
        assertThat(ask("a")).isNotSameAs(old);
    }

    @Test
    void whatLacksWhatIsBeingReadIsGivenForSeconds() {
        Answer heading = later("a");
        pass(KeptPages.BEHIND.minus(MOMENT));
        assertThat(ask("a")).isSameAs(heading);
        pass(MOMENT);
        assertThat(ask("a")).isNotSameAs(heading);
    }

    @Test
    void whatLacksWhatIsBeingReadIsMadeAnew() throws InterruptedException {
        AtomicBoolean read = new AtomicBoolean();
        for (int i = 0; i < 2; i++) {
            pages.get("a", () -> new Answer("text/plain", new byte[1], new byte[1], null));
            pages.get("b", () -> read.get() ? next() : Answer.of(LATER));
        }
        pass(KeptPages.SPARED);
        read.set(true);
        renew();
        renew();
        assertThat(made).isEqualTo(1);
    }

    @Test
    void whatNobodyReadsAnyMoreIsLeftAlone() throws InterruptedException {
        ask("a");
        ask("a");
        long end = nanos.get() + KeptPages.ASKED_FOR.multipliedBy(2).toNanos();
        int last = 0;
        for (int minutes = 0; nanos.get() < end; minutes++) {
            int before = made;
            pass(KeptPages.RENEWED);
            renew();
            last = made > before ? minutes : last;
        }
        assertThat(made).isEqualTo(1 + KeptPages.ASKED_FOR.dividedBy(KeptPages.RENEWED));
        assertThat(last).isEqualTo(9);
    }

    @Test
    void whatWasAskedForLastIsMadeFirst() throws InterruptedException {
        StringBuilder order = new StringBuilder();
        for (String key : new String[]{"a", "b", "c", "a", "c", "b"}) {
            pages.get(key, () -> {
                order.append(key);
                return next();
            });
            pass(MOMENT);
        }
        pass(KeptPages.RENEWED);
        renew();
        assertThat(order).hasToString("abcbca");
    }

    @Test
    void aFailureAheadIsToldOnceAndThenToWhoeverAsks() throws InterruptedException {
        Answer old = ask("a");
        ask("b");
        ask("a");
        ask("b");
        news();
        pass(KeptPages.SPARED);
        failing.set(true);
        assertThatThrownBy(this::renew).hasMessage("gone");
        renew();
        assertThat(ask("a")).as("who need not wait is spared it").isSameAs(old);
        pass(KeptPages.BEHIND);
        assertThatThrownBy(() -> ask("a")).hasMessage("gone");

        failing.set(false);
        Answer fresh = ask("a");
        assertThat(fresh).isNotSameAs(old);
        news();
        pass(KeptPages.SPARED);
        renew();
        assertThat(ask("a")).as("made ahead again").isNotSameAs(fresh);
    }

    @Test
    void whoAsksForOneThatIsBeingMadeWaitsForIt() {
        Queue<Runnable> background = new ArrayDeque<>();
        KeptPages slow = pages(background::add);
        Thread first = Thread.startVirtualThread(() -> slow.get("a", this::next));
        Thread second = Thread.startVirtualThread(() -> slow.get("a", this::next));
        await().until(() -> first.getState() == Thread.State.WAITING && second.getState() == Thread.State.WAITING);
        assertThat(background).hasSize(1);
        background.remove().run();
        await().until(() -> !first.isAlive() && !second.isAlive());
        assertThat(made).isEqualTo(1);
    }

    @Test
    void aStopDoesNotWaitForAPage() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        Queue<Runnable> background = new ArrayDeque<>();
        AtomicBoolean hang = new AtomicBoolean();
        KeptPages slow = pages(task -> {
            if (hang.get()) {
                background.add(task);
                hanging.countDown();
            } else {
                task.run();
            }
        });
        slow.get("a", this::next);
        slow.get("a", this::next);
        pass(KeptPages.RENEWED);
        slow.renew(() -> true);
        assertThat(made).isEqualTo(1);
        hang.set(true);
        Thread job = Thread.startVirtualThread(() -> {
            try {
                slow.renew(() -> false);
            } catch (InterruptedException _) {
                // As it should.
            }
        });
        hanging.await();
        job.interrupt();
        job.join();
        assertThat(background).hasSize(1);
    }

    private KeptPages pages(Executor makers) {
        return new KeptPages(1, 1 << 20, makers, nanos::get);
    }

    private void renew() throws InterruptedException {
        pages.renew(() -> false);
    }

    private Answer ask(String key) {
        return pages.get(key, this::next);
    }

    private Answer later(String key) {
        return pages.get(key, () -> Answer.of(LATER));
    }

    private void news() {
        version++;
        pages.moved(version);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Answer next() {
        if (failing.get()) {
            throw new IllegalStateException("gone");
        }
        made++;
        byte[] body = {(byte) made};
        return new Answer("text/plain", body, body, null);
    }
}
