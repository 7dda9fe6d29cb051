package dev.sentimentagent.store.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.model.store.sighting.ItemCounts;
import dev.sentimentagent.model.store.sighting.ItemCounts.Sort;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The one document that every write begins and ends with: who writes, what he may have left half done, and what is true of the whole store. Not
 * thread-safe. Its fields are its properties.
 */
final class Head {
    static final String ID = "head";
    /** Version of the documents that this program writes. */
    static final int SCHEMA = 1;
    static final int COUNTS = 2 * Sort.values().length;

    /** A subreddit as it was first spelled, and how many items of it there are, by {@link #index}. */
    static final class Subreddit {
        public String name = "";
        public long[] counts = new long[COUNTS];
    }

    public int schema = SCHEMA;
    /** {@link dev.sentimentagent.model.store.Store#dataVersion()}. */
    public long version;
    public Instant horizon = Instant.MIN;
    /** Who writes now; null if nobody does. */
    public @Nullable String writer;
    /** Grows while he does, so that others see that he lives. */
    public long beat;
    /** Partitions of which he may have written a part: they are counted anew by the next one if he does not end. */
    public Set<String> touched = new TreeSet<>();
    /** The version of the catalogue that is being made; 0 for none. */
    public long changing;
    public Map<String, Lease> leases = new TreeMap<>();
    /** By name in lower case. */
    public Map<String, Subreddit> subreddits = new TreeMap<>();
    /** How many hourly rollups there are, and daily ones. */
    public long rollups;
    public long rollupDays;
    /** The first hour that has rollups; null if there are none. */
    public @Nullable Instant first;

    /** A sort that comes after those that there are goes to the end. */
    static int index(ItemKind kind, Sort sort) {
        return List.of(Sort.values()).indexOf(sort) * 2 + (kind == ItemKind.POST ? 0 : 1);
    }

    static Head of(JsonNode json) {
        Head head = Json.to(json.get("head"), Head.class);
        // One that was written before a sort was added.
        head.subreddits.values().forEach(subreddit -> subreddit.counts = Arrays.copyOf(subreddit.counts, COUNTS));
        return head;
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", ID).put("pk", Kinds.HEAD).set("head", Json.of(this));
        return json;
    }

    Head copy() {
        return Json.to(Json.of(this), Head.class);
    }

    boolean isHeld(Lease lease) {
        Lease held = leases.get(lease.name());
        return held != null && held.token() == lease.token();
    }

    /** The kept spelling of a name; adds a new one. */
    String spelling(String name) {
        return subreddit(name).name;
    }

    Subreddit subreddit(String name) {
        String clean = Texts.clean(name);
        return subreddits.computeIfAbsent(clean.toLowerCase(Locale.ROOT), _ -> {
            Subreddit fresh = new Subreddit();
            fresh.name = clean;
            return fresh;
        });
    }

    void add(String subreddit, ItemCounts more) {
        long[] counts = subreddit(subreddit).counts;
        more.each((kind, sort, items) -> counts[index(kind, sort)] += items);
    }

    long count(ItemKind kind, Sort sort) {
        return subreddits.values().stream().mapToLong(subreddit -> subreddit.counts[index(kind, sort)]).sum();
    }

    long count(Sort sort) {
        return count(ItemKind.POST, sort) + count(ItemKind.COMMENT, sort);
    }
}
