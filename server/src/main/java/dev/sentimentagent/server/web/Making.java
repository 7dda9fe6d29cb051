package dev.sentimentagent.server.web;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes answers; who asks for one that is being made waits for it. Thread-safe. */
final class Making {
    private final Map<String, CompletableFuture<Made>> underWay = new ConcurrentHashMap<>();
    private final Executor makers;

    /** @param makers on which answers are made */
    Making(Executor makers) {
        this.makers = makers;
    }

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

    /** What comes of making it: by whoever has begun to, or from now on. It fails as the maker does. */
    Answer get(String key, Supplier<Answer> maker) {
        return begun(key, maker).join().orThrow();
    }

    /** The same, for a thread that may be told to wait no longer. */
    Answer getUnlessInterrupted(String key, Supplier<Answer> maker) throws InterruptedException {
        try {
            return begun(key, maker).get().orThrow();
        } catch (ExecutionException e) {
            throw new IllegalStateException("what fails is a value", e);
        }
    }

    private CompletableFuture<Made> begun(String key, Supplier<Answer> maker) {
        CompletableFuture<Made> own = new CompletableFuture<>();
        CompletableFuture<Made> others = underWay.putIfAbsent(key, own);
        if (others != null) {
            return others;
        }
        makers.execute(() -> {
            Made made = Made.by(maker);
            underWay.remove(key);
            own.complete(made);
        });
        return own;
    }
}
