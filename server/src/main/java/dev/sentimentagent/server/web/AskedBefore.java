package dev.sentimentagent.server.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which keys were noted a short while ago: the last one of each of some thousand places, by its hash. Now and then it takes one key for
 * another, or has forgotten one. Takes 128 kB, however many there are. Thread-safe.
 */
final class AskedBefore {
    private static final int PLACES = 1 << 14;
    private static final int HALF = 32;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Hash of the key in the upper half, when it was noted in the lower one, in milliseconds. */
    private final AtomicLongArray places = new AtomicLongArray(PLACES);
    private final int millis;

    AskedBefore(Duration shortWhile) {
        this.millis = Math.toIntExact(shortWhile.toMillis());
    }

    /** Notes a key; whether it had been noted a short while before. */
    boolean note(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        int now = (int) (System.nanoTime() / NANOS_PER_MILLI);
        int place = hash >>> (HALF - Integer.numberOfTrailingZeros(PLACES));
        long before = places.getAndSet(place, ((long) hash << HALF) | (now & 0xFFFF_FFFFL));
        return before != 0 && (int) (before >>> HALF) == hash && now - (int) before <= millis;
    }
}
