package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.StatisticsStore;
import dev.sentimentagent.server.statistics.Hours;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The items of the last 90 days in memory, without their text, with thread and author: from them come design effects, distinct authors and
 * what moved a mean. Loaded in the background, the newest hour first; bounded by the number of items, and beyond that the oldest hours are
 * left out. Thread-safe.
 */
final class Voices {
    /** Some 28 MB. */
    static final long MAX_ITEMS = 2_000_000;

    private final StatisticsStore store;
    private final long maxItems;
    private final VoiceGroups groups = new VoiceGroups();
    private final NavigableMap<Long, HourVoices> hours = new ConcurrentSkipListMap<>();
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();
    private volatile long version;
    private volatile long items;

    Voices(StatisticsStore store, long maxItems) {
        this.store = store;
        this.maxItems = maxItems;
    }

    VoiceGroups groups() {
        return groups;
    }

    /** Grows whenever there is something else in memory. */
    long version() {
        return version;
    }

    /** How many items are in memory. */
    long items() {
        return items;
    }

    /** Notes that what is stored of an hour has changed. */
    void changed(long hour) {
        changed.add(hour);
    }

    /**
     * Reads what is missing or has changed of a window, the newest first, and forgets what lies before it. By one thread at a time.
     *
     * @param stop when to break off; the next call goes on
     * @return whether anything was read
     * @throws dev.sentimentagent.model.store.StoreException if the store fails
     */
    boolean refresh(Window reach, BooleanSupplier stop) {
        long first = Hours.of(reach.start());
        long last = Hours.of(reach.end());
        boolean read = !hours.headMap(first).isEmpty();
        hours.headMap(first).clear();
        changed.removeIf(hour -> hour < first || hour > last);
        long held = 0;
        for (long hour = last; hour >= first && !stop.getAsBoolean(); hour--) {
            if (held >= maxItems) {
                hours.headMap(hour, true).clear();
                break;
            }
            read |= refresh(hour);
            HourVoices voices = hours.get(hour);
            held += voices == null ? 0 : voices.size();
        }
        items = hours.values().stream().mapToLong(HourVoices::size).sum();
        return read;
    }

    /** Reads what is missing of a window. */
    void ensure(Window window) {
        long last = Hours.of(window.end().minusSeconds(1));
        for (long hour = Hours.of(window.start()); hour <= last; hour++) {
            if (!hours.containsKey(hour)) {
                refresh(hour);
            }
        }
    }

    /** Whether all of a window is in memory. */
    boolean hold(Window window) {
        return lack(window) == 0;
    }

    /** How many hours of a window are not in memory. */
    int lack(Window window) {
        int lacking = 0;
        long last = Hours.of(window.end().minusSeconds(1));
        for (long hour = Hours.of(window.start()); hour <= last; hour++) {
            lacking += hours.containsKey(hour) ? 0 : 1;
        }
        return lacking;
    }

    /** Items of some groups created in the window that are in memory, oldest hour first. */
    void each(Window window, IntPredicate groupsWanted, HourVoices.Visitor visitor) {
        long from = Hours.secondsUp(window.start());
        long to = Hours.secondsUp(window.end());
        hours.subMap(Math.floorDiv(from, Hours.SECONDS), true, Math.floorDiv(to - 1, Hours.SECONDS), true).forEach((hour, voices) -> {
            long start = hour * Hours.SECONDS;
            voices.each((int) Math.max(0, from - start), (int) Math.min(Hours.SECONDS, to - start), groupsWanted, visitor);
        });
    }

    private synchronized boolean refresh(long hour) {
        // Taken off first: what changes while it is read is read again.
        if (!changed.remove(hour) && hours.containsKey(hour)) {
            return false;
        }
        try {
            hours.put(hour, load(hour));
        } catch (RuntimeException e) {
            changed.add(hour);
            throw e;
        }
        version++;
        return true;
    }

    private HourVoices load(long hour) {
        Loading loading = new Loading(hour * Hours.SECONDS);
        store.voices(new Window(Instant.ofEpochSecond(hour * Hours.SECONDS), Instant.ofEpochSecond((hour + 1) * Hours.SECONDS)),
                loading::take);
        return loading.done();
    }

    /** Columns that grow. */
    private final class Loading {
        private static final int FIRST = 256;

        private final long start;
        private final Map<VoiceGroups.Group, Character> known = new HashMap<>();
        private short[] seconds = new short[FIRST];
        private short[] compounds = new short[FIRST];
        private char[] groupNumbers = new char[FIRST];
        private int[] threads = new int[FIRST];
        private int[] authors = new int[FIRST];
        private int size;

        Loading(long start) {
            this.start = start;
        }

        void take(long created, String subreddit, Mentions mentions, Sentiment sentiment, int compoundE4, String postId,
                @Nullable String author) {
            if (size == seconds.length) {
                cut(size * 2);
            }
            int sign = HourVoices.sign(sentiment);
            seconds[size] = (short) (created - start);
            compounds[size] = (short) compoundE4;
            groupNumbers[size] = known.computeIfAbsent(new VoiceGroups.Group(subreddit, mentions), groups::number);
            threads[size] = HourVoices.thread(postId);
            authors[size++] = author == null ? HourVoices.nobody(sign) : HourVoices.voice(author.hashCode(), sign);
        }

        /** Brings those of a group together. */
        HourVoices done() {
            long[] order = new long[size];
            for (int i = 0; i < size; i++) {
                order[i] = ((long) groupNumbers[i] << Integer.SIZE) | i;
            }
            Arrays.sort(order);
            int[] at = Arrays.stream(order).mapToInt(place -> (int) place).toArray();
            int runs = 0;
            int[] ends = new int[size];
            char[] groupsOfRuns = new char[size];
            short[] orderedSeconds = new short[size];
            short[] orderedCompounds = new short[size];
            int[] orderedThreads = new int[size];
            int[] orderedAuthors = new int[size];
            for (int i = 0; i < size; i++) {
                orderedSeconds[i] = seconds[at[i]];
                orderedCompounds[i] = compounds[at[i]];
                orderedThreads[i] = threads[at[i]];
                orderedAuthors[i] = authors[at[i]];
                if (i + 1 == size || groupNumbers[at[i]] != groupNumbers[at[i + 1]]) {
                    groupsOfRuns[runs] = groupNumbers[at[i]];
                    ends[runs++] = i + 1;
                }
            }
            return new HourVoices(orderedSeconds, orderedCompounds, Arrays.copyOf(groupsOfRuns, runs), Arrays.copyOf(ends, runs),
                    orderedThreads, orderedAuthors);
        }

        private void cut(int length) {
            seconds = Arrays.copyOf(seconds, length);
            compounds = Arrays.copyOf(compounds, length);
            groupNumbers = Arrays.copyOf(groupNumbers, length);
            threads = Arrays.copyOf(threads, length);
            authors = Arrays.copyOf(authors, length);
        }
    }
}
