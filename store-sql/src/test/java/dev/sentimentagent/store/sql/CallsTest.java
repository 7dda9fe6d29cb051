package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.testsupport.ManualTime;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Retries, slow calls, interrupts and closing, on a database that fails as it is told. */
@Timeout(30)
class CallsTest {
    private static final RetryPolicy THREE = new RetryPolicy(3, Duration.ofSeconds(1));
    private static final Query<Long> QUERY = new SelectDataVersion();

    private final SQLException busy = new SQLiteException("busy\n  by design", SQLiteErrorCode.SQLITE_BUSY);
    private final SQLException full = new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL);
    private final SQLException broken = new SQLiteException("syntax", SQLiteErrorCode.SQLITE_ERROR);
    private final ManualTime time = new ManualTime();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Calls.class);

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(logged);
        assertThat(Thread.interrupted()).as("no test leaves its thread interrupted").isFalse();
    }

    @Test
    void aPassingFailureIsTriedAgainAfterLongerAndLongerWaits() {
        Calls calls = calls(new FailingDatabase(busy, busy), THREE, time);

        assertThat(calls.write(QUERY)).isEqualTo(FailingDatabase.ANSWER);
        assertThat(time.sleeps()).hasSize(2);
        assertThat(time.sleeps().get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(time.sleeps().get(1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(messages()).hasSize(2).allMatch(message -> message.contains("SelectDataVersion failed (") && !message.contains("\n"));
    }

    @Test
    void theValuesOfABatchAreToldNeitherInTheLogNorInWhatIsThrown() {
        BatchUpdateException batch = new BatchUpdateException("INSERT INTO item VALUES ('what somebody wrote')", "08006", new int[0]);
        batch.setNextException(busy);
        Calls calls = calls(new FailingDatabase(batch, batch, batch), THREE, time);

        StoreException thrown = catchThrowableOfType(StoreException.class, () -> calls.write(QUERY));
        assertThat(thrown).hasCause(busy).message().contains("busy by design").doesNotContain("somebody");
        assertThat(messages()).noneMatch(message -> message.contains("somebody"));
    }

    @Test
    void aFailureThatDoesNotPassIsThrownAfterTheLastTry() {
        Calls calls = calls(new FailingDatabase(busy, busy, busy), THREE, time);

        StoreException thrown = catchThrowableOfType(StoreException.class, () -> calls.read(QUERY));
        assertThat(thrown.isTransient()).isTrue();
        assertThat(thrown).hasMessageStartingWith("SelectDataVersion failed after 3 tries: ").hasCause(busy);
        assertThat(thrown.getMessage()).doesNotContain("\n");
    }

    @Test
    void aPermanentFailureIsThrownAtOnce() {
        Calls calls = calls(new FailingDatabase(broken), THREE, time);

        StoreException thrown = catchThrowableOfType(StoreException.class, () -> calls.read(QUERY));
        assertThat(thrown.isTransient()).isFalse();
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void aFullDiskIsThrownAtOnceAsAFailureThatMayPass() {
        Calls calls = calls(new FailingDatabase(full), THREE, time);

        StoreException thrown = catchThrowableOfType(StoreException.class, () -> calls.write(QUERY));
        assertThat(thrown.isTransient()).isTrue();
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void pingIsTriedOnce() {
        Calls calls = calls(new FailingDatabase(busy), THREE, time);

        assertThatThrownBy(calls::ping).isInstanceOf(StoreException.class).hasMessageStartingWith("ping failed: ");
        assertThat(time.sleeps()).isEmpty();
        calls.ping();
    }

    @Test
    void anInterruptEndsTheWaitForTheNextTryAndIsKept() {
        time.meanwhile(() -> {
            throw new InterruptedException();
        });
        Calls calls = calls(new FailingDatabase(busy), THREE, time);

        StoreException thrown = catchThrowableOfType(StoreException.class, () -> calls.write(QUERY));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown.isTransient()).isTrue();
        assertThat(thrown).hasCause(busy);
    }

    @Test
    void anInterruptedThreadCanStillWrite() {
        Calls calls = calls(new FailingDatabase(), THREE, time);
        Thread.currentThread().interrupt();

        assertThat(calls.write(QUERY)).isEqualTo(FailingDatabase.ANSWER);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aSlowCallIsLoggedWithItsParametersButNoTextOfItems() {
        Calls calls = new Calls(new FailingDatabase(), THREE, time, new Random(1), Duration.ZERO);
        Instant then = Instant.parse("2026-03-02T10:00:00Z");
        Comment comment = new Comment("c1", "Cursor", "author", "p1", "t3_p1", "secret words", "/r/x", then, then, 1, null, false);
        calls.write(new SaveBatch(
                Batch.of(List.of(new ScoredItem(comment, new Score(Sentiment.NEUTRAL, 0, 0, 0, 1, 0.5, "VADER", "1"), Set.of())))));
        calls.read(new SelectRecentPosts("Cursor", then, 7, null));

        assertThat(messages()).hasSize(2);
        assertThat(messages().get(0)).contains("SaveBatch", "items=1", " ms").doesNotContain("secret", "author");
        assertThat(messages().get(1)).contains("SelectRecentPosts", "subreddit=Cursor", "limit=7");
    }

    @Test
    void aQuickCallIsNotLogged() {
        calls(new FailingDatabase(), THREE, time).read(QUERY);

        assertThat(logged.list).isEmpty();
    }

    @Test
    void closingWaitsForRunningCallsAndHoldsNewOnesOff() throws InterruptedException {
        List<String> events = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        FailingDatabase database = new FailingDatabase() {
            @Override
            public <T> T read(Query<T> query) throws SQLException {
                started.countDown();
                awaitUninterruptibly(release);
                events.add("answered");
                return super.read(query);
            }

            @Override
            public void close() {
                events.add("closed");
            }
        };
        Calls calls = calls(database, THREE, time);
        Thread reader = Thread.ofPlatform().start(() -> calls.read(QUERY));
        started.await();
        Thread closer = Thread.ofPlatform().start(calls::close);
        while (closer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        calls.ping(); // waits for nobody
        release.countDown();
        reader.join();
        closer.join();

        assertThat(events).containsExactly("answered", "closed");
        assertThatThrownBy(() -> calls.read(QUERY)).isInstanceOf(StoreException.class).hasMessageContaining("closed");
    }

    @Test
    void closingEndsRetries() {
        FailingDatabase database = new FailingDatabase(busy, busy, busy);
        List<Thread> closers = new ArrayList<>();
        List<Calls> opened = new ArrayList<>();
        time.meanwhile(() -> {
            Thread closer = Thread.ofPlatform().start(() -> opened.getFirst().close());
            closers.add(closer);
            while (closer.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        });
        Calls calls = calls(database, THREE, time);
        opened.add(calls);

        assertThatThrownBy(() -> calls.write(QUERY)).isInstanceOf(StoreException.class).hasMessageContaining("after 2 tries");
        assertThat(time.sleeps()).hasSize(1);
        assertThat(closers).hasSize(1);
    }

    private static Calls calls(Database database, RetryPolicy retries, ManualTime time) {
        return new Calls(database, retries, time, new Random(1), Calls.SLOW);
    }

    private List<String> messages() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
