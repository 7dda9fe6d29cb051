package dev.sentimentagent.model;

/**
 * What became of the items that were fetched.
 *
 * <p>INVARIANT: {@code fetched = stored + updated + unchanged + rejected}, in every cycle and for every subreddit of it.
 *
 * @param fetched sightings received, well formed or not
 * @param stored new ones
 * @param updated known ones that had changed
 * @param unchanged known ones that had not
 * @param rejected malformed ones
 */
public record Counts(long fetched, long stored, long updated, long unchanged, long rejected) {
    public static final Counts ZERO = new Counts(0, 0, 0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(
                fetched + other.fetched,
                stored + other.stored,
                updated + other.updated,
                unchanged + other.unchanged,
                rejected + other.rejected);
    }

    /** Whether the invariant holds. */
    public boolean addUp() {
        return fetched == stored + updated + unchanged + rejected;
    }
}
