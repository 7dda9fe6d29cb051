package dev.sentimentagent.soak;

/** The soak could not go on to its end; the message says why in one line. */
final class SoakFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    SoakFailure(String message) {
        super(message);
    }
}
