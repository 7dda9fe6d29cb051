package dev.sentimentagent.server.cli;

/** A command ends with one clear line and an exit code. */
final class CommandException extends RuntimeException {
    private final int exitCode;

    CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
