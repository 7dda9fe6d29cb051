package dev.sentimentagent.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Pages, each as it was made last. One is given for a minute, if all that was stored ten seconds ago is on it; else whoever asks waits for
 * another; one that lacks what is being read, for ten seconds. Those that are asked for again and again are made anew ahead of that, by
 * {@link #renew}, so that nobody waits for them while data come in. Thread-safe.
 */
final class KeptPages {
    /** How long a page is given: it tells the time in minutes. */
    static final Duration KEPT = Duration.ofMinutes(1);
    /** How long what was stored may be missing on one: not longer than a page in a browser waits after it was told of news. */
    static final Duration BEHIND = Duration.ofSeconds(10);
    /** One that is asked for is made anew before its time is over, for others may be due at once. */
    static final Duration RENEWED = KEPT.dividedBy(2);
    /** While data come in all the time, what each commit brings is not worth a page. */
    static final Duration SPARED = Duration.ofSeconds(4);
    /** How long a page is made anew that nobody asks for any more. */
    static final Duration ASKED_FOR = Duration.ofMinutes(5);

    /** Of the objects around a page. */
    private static final int BYTES_BESIDE = 700;

    private final Cache<String, Held> pages;
    private final Making making;
    private final VersionOfLate versions;
    private final Ticker ticker;

    /** A page that is to be made anew, and when it was asked for last. */
    private record Due(Held held, long lastAsked) {}

    private static final class Held {
        final String key;
        final Supplier<Answer> maker;
        final Answer answer;
        /** Of the data that are all on it. */
        final long version;
        final long madeAt;
        volatile boolean askedAgain;
        volatile long lastAsked;

        Held(String key, Supplier<Answer> maker, Answer answer, long version, long madeAt) {
            this.key = key;
            this.maker = maker;
            this.answer = answer;
            this.version = version;
            this.madeAt = madeAt;
        }

        void asked(long now) {
            lastAsked = now;
            askedAgain = true;
        }

        /** The one that was made later, with what is known of the readers of the other. */
        static Held later(Held old, Held made) {
            if (old.madeAt > made.madeAt) {
                return old;
            }
            if (old.askedAgain) {
                made.asked(old.lastAsked);
            }
            return made;
        }
    }

    /**
     * No pages yet.
     *
     * @param version of the data, without what pages need not follow at once; {@link #moved} brings it forward
     * @param makers on which pages are made
     */
    KeptPages(long version, long maxBytes, Executor makers, Ticker ticker) {
        this.versions = new VersionOfLate(version, BEHIND, ticker);
        this.making = new Making(makers);
        this.ticker = ticker;
        this.pages = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .executor(Runnable::run)
                .maximumWeight(maxBytes)
                .weigher((String key, Held held) -> 2 * key.length() + held.answer.bytes() + BYTES_BESIDE)
                .build();
    }

    /** There are other data. */
    void moved(long version) {
        versions.moved(version);
    }

    /** The page that is kept, if it may be given; else another. What fails is not kept, but told to all who wait for it. */
    Answer get(String key, Supplier<Answer> maker) {
        Held held = pages.getIfPresent(key);
        if (held != null) {
            long now = ticker.read();
            held.asked(now);
            if (held.version >= versions.before() && (held.answer.whole() || now - held.madeAt < BEHIND.toNanos())) {
                return held.answer;
            }
        }
        long version = versions.now();
        return making.get(version + " " + key, () -> make(key, maker, version));
    }

    /**
     * Makes anew, one after the other, what readers ask for and lacks something, or is half as old as it may be: first what was asked for
     * last. When one fails the others are not tried: whoever asks for them makes them, and hears why.
     *
     * @param stop when to break off; the next call goes on
     */
    void renew(BooleanSupplier stop) throws InterruptedException {
        long now = ticker.read();
        List<Due> due = pages.asMap()
                .values()
                .stream()
                .filter(held -> due(held, now))
                .map(held -> new Due(held, held.lastAsked))
                .sorted(Comparator.comparingLong(page -> now - page.lastAsked))
                .toList();
        try {
            for (Due page : due) {
                if (stop.getAsBoolean()) {
                    return;
                }
                Held held = page.held;
                long version = versions.now();
                var _ = making.getUnlessInterrupted(version + " " + held.key, () -> make(held.key, held.maker, version));
            }
        } catch (RuntimeException | Error e) {
            pages.asMap().values().forEach(held -> held.askedAgain = false);
            throw e;
        }
    }

    private boolean due(Held held, long now) {
        long age = now - held.madeAt;
        return held.askedAgain && now - held.lastAsked <= ASKED_FOR.toNanos()
                && (age >= RENEWED.toNanos() || (age >= SPARED.toNanos() && (held.version < versions.now() || !held.answer.whole())));
    }

    private Answer make(String key, Supplier<Answer> maker, long version) {
        long now = ticker.read();
        Answer made = maker.get();
        Held old = pages.getIfPresent(key);
        if (old != null) {
            made.packAs(old.answer);
        }
        pages.asMap().merge(key, new Held(key, maker, made, version, now), Held::later);
        return made;
    }
}
