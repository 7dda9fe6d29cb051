package dev.sentimentagent.reddit;

/** An answer is no listing at all. The message is one line and holds nothing of the answer's text. */
public final class MalformedListingException extends Exception {
    private final boolean cutOff;

    MalformedListingException(String message, boolean cutOff) {
        super(message);
        this.cutOff = cutOff;
    }

    /** Whether it ended too early, so that asking again may help. */
    public boolean cutOff() {
        return cutOff;
    }
}
