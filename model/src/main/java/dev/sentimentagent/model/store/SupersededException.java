package dev.sentimentagent.model.store;

/**
 * A write was refused, because a later version of the program has brought the store's schema further than this one knows: this one may read
 * what is stored until it is upgraded, and must write nothing, since it would leave out what the later one counts.
 */
public class SupersededException extends StoreException {
    /**
     * @param schema of the store
     * @param known the latest that this program knows
     */
    public SupersededException(long schema, long known) {
        super("a later version has brought the store to schema " + schema + ", this one knows " + known + " and writes nothing any more",
                true,
                null);
    }
}
