package dev.sentimentagent.model.store;

/** A change of the catalogue was refused because another has come in between: whoever wants it looks again at what is there now. */
public class CatalogueConflictException extends RuntimeException {
    public CatalogueConflictException(long expected, long found) {
        super("the catalogue has version " + found + ", the change was made for " + expected);
    }
}
