package dev.sentimentagent.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Answers that are kept for a while, from the second time on that one is asked for; who asks for one that is being made waits for it.
 * Thread-safe.
 */
final class Kept {
    /** Of the objects around an answer. */
    private static final int BYTES_BESIDE = 400;

    private final Cache<String, Answer> answers;
    private final Making making = new Making(Runnable::run);
    private final AskedBefore askedBefore;

    private Kept(Caffeine<Object, Object> expiring, long maxBytes, Duration shortWhile) {
        this.answers = expiring.executor(Runnable::run)
                .maximumWeight(maxBytes)
                .weigher((String key, Answer answer) -> key.length() + answer.bytes() + BYTES_BESIDE)
                .build();
        this.askedBefore = new AskedBefore(shortWhile);
    }

    /** Answers that are true for a moment: from the second time on that one is asked for within it. */
    static Kept forMoment(Duration moment, long maxBytes) {
        return new Kept(Caffeine.newBuilder().expireAfterWrite(moment), maxBytes, moment);
    }

    /** Answers that stay true: from the second time on that one is asked for within that time, and until it is not asked for so long. */
    static Kept whileUsed(Duration unused, long maxBytes) {
        return new Kept(Caffeine.newBuilder().expireAfterAccess(unused), maxBytes, unused);
    }

    /** The answer that is kept or being made; makes it if there is none. What fails is not kept, but told to all who wait for it. */
    Answer get(String key, Supplier<Answer> maker) {
        Answer known = answers.getIfPresent(key);
        return known != null ? known : making.get(key, () -> {
            Answer made = maker.get();
            if (askedBefore.note(key)) {
                answers.put(key, made);
            }
            return made;
        });
    }
}
