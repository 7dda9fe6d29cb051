package dev.sentimentagent.server.catalogue;

/** A change of the catalogue is not made; the message is one clear sentence that says why. */
public final class CatalogueException extends RuntimeException {
    private final Problem problem;

    /** What is wrong. */
    public enum Problem {
        /** What it is about does not exist. */
        UNKNOWN,
        /** It makes no sense as things are. */
        REFUSED,
        /** It goes against another change, or against what others hang on. */
        CONFLICT,
        /** The tool is not in the state any more in which it was to be changed. */
        OUTDATED,
        /** It is out of range or not of its form. */
        INVALID
    }

    CatalogueException(Problem problem, String message) {
        super(message, null, false, false);
        this.problem = problem;
    }

    static CatalogueException unknownTool(String id) {
        return new CatalogueException(Problem.UNKNOWN, "there is no tool " + id);
    }

    static CatalogueException invalid(String message) {
        return new CatalogueException(Problem.INVALID, message);
    }

    static CatalogueException refused(String message) {
        return new CatalogueException(Problem.REFUSED, message);
    }

    static CatalogueException conflict(String message) {
        return new CatalogueException(Problem.CONFLICT, message);
    }

    static CatalogueException outdated() {
        return new CatalogueException(Problem.OUTDATED, "the tool has been changed since it was read: read it again");
    }

    public Problem problem() {
        return problem;
    }
}
