package dev.sentimentagent.server.web;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers that are kept for a while, and those that are being made: who asks for one of these waits for it. Thread-safe. */
final class Kept {
    /** Of the objects around an answer. */
    private static final int BYTES_BESIDE = 400;

    private final Cache<String, Held> answers;
    private final Map<String, CompletableFuture<Made>> underWay = new ConcurrentHashMap<>();
    private final Executor makers;
    private final Ticker ticker;
    /** The age from which an answer is made anew while it is still given. */
    private final Duration renewed;
    private final @Nullable AskedBefore askedBefore;
    /** One after the other: nobody waits for what is made anew, and others need the processors. */
    private final Semaphore renewing = new Semaphore(1);

    private record Held(Answer answer, long madeAt) {}

    /** What came of making an answer: a failure as a value, so that all who wait for it get it. */
    private record Made(@Nullable Answer answer, @Nullable Throwable failure) {
        static Made by(Supplier<Answer> maker) {
            try {
                return new Made(maker.get(), null);
            } catch (Throwable e) {
                // An Error too, or others would wait for ever.
                return new Made(null, e);
            }
        }

        Answer orThrow() {
            return switch (failure) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> requireNonNull(answer);
            };
        }
    }

    private Kept(Caffeine<Object, Object> expiring, long maxBytes, @Nullable Duration shortWhile, Duration renewed, Executor makers,
            Ticker ticker) {
        this.answers = expiring.ticker(ticker)
                .executor(Runnable::run)
                .maximumWeight(maxBytes)
                .weigher((String key, Held held) -> key.length() + held.answer.bytes() + BYTES_BESIDE)
                .build();
        this.askedBefore = shortWhile == null ? null : new AskedBefore(shortWhile);
        this.renewed = renewed;
        this.makers = makers;
        this.ticker = ticker;
    }

    /** Answers that are true for a moment: from the second time on that one is asked for within it. */
    static Kept forMoment(Duration moment, long maxBytes) {
        return new Kept(Caffeine.newBuilder().expireAfterWrite(moment), maxBytes, moment, moment, Runnable::run, Ticker.systemTicker());
    }

    /** Answers that stay true: from the second time on that one is asked for within that time, and until it is not asked for so long. */
    static Kept whileUsed(Duration unused, long maxBytes) {
        return new Kept(Caffeine.newBuilder().expireAfterAccess(unused), maxBytes, unused, Duration.ofNanos(Long.MAX_VALUE), Runnable::run,
                Ticker.systemTicker());
    }

    /**
     * Answers that take long to make: kept at once, for that long. One that is asked for in the second half of this time is given, and made
     * anew meanwhile, so that of what is asked for often nobody waits for the next.
     *
     * @param makers on which they are made
     */
    static Kept renewing(Duration kept, long maxBytes, Executor makers, Ticker ticker) {
        return new Kept(Caffeine.newBuilder().expireAfterWrite(kept), maxBytes, null, kept.dividedBy(2), makers, ticker);
    }

    /** The answer that is kept or being made; makes it if there is none. What fails is not kept, but told to all who wait for it. */
    Answer get(String key, Supplier<Answer> maker) {
        Held known = answers.getIfPresent(key);
        if (known == null) {
            return begun(key, maker).join().orThrow();
        }
        // What fails is tried again with the next who asks; when the old one's time is over, they hear why.
        if (ticker.read() - known.madeAt > renewed.toNanos() && renewing.tryAcquire()) {
            var _ = begun(key, maker).thenRun(renewing::release);
        }
        return known.answer;
    }

    /** What comes of making it: by whoever has begun to, or from now on. */
    private CompletableFuture<Made> begun(String key, Supplier<Answer> maker) {
        CompletableFuture<Made> own = new CompletableFuture<>();
        CompletableFuture<Made> others = underWay.putIfAbsent(key, own);
        if (others != null) {
            return others;
        }
        makers.execute(() -> make(key, maker, own));
        return own;
    }

    private void make(String key, Supplier<Answer> maker, CompletableFuture<Made> own) {
        long now = ticker.read();
        Made made = Made.by(maker);
        if (made.answer != null && (askedBefore == null || askedBefore.note(key))) {
            answers.put(key, new Held(made.answer, now));
        }
        underWay.remove(key);
        own.complete(made);
    }
}
