package dev.sentimentagent.store.cosmos;

/** A document is not as it was when it was read: what was to be written of it was refused. */
final class Outdated extends RuntimeException {
    Outdated(String document) {
        super(document + " was changed by another");
    }
}
