package dev.sentimentagent.server.dashboard;

/** A request that gets a page which says what is wrong with it; the message is that sentence. */
final class PageException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    private PageException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    static PageException invalid(String sentence) {
        return new PageException(422, sentence);
    }

    static PageException notFound(String sentence) {
        return new PageException(404, sentence);
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
