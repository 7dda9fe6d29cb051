package dev.sentimentagent.server.cli;

/** What the program's exit codes mean; {@code --help} of each command lists those it uses. */
final class ExitCode {
    static final int OK = 0;
    /** Something went wrong at run time. */
    static final int FAILED = 1;
    /** The command line or a setting is wrong. */
    static final int USAGE = 2;
    /** Another process uses the data directory, or the port. */
    static final int IN_USE = 3;
    /** The store cannot be opened. */
    static final int STORE = 4;
    /** Some input could not be read; the rest was. */
    static final int BAD_INPUT = 5;
    /** The service that is watched failed too often in a row. */
    static final int SERVICE_FAILED = 6;

    /** The doctor found something wrong. */
    static final int SOMETHING_WRONG = 7;

    /** The database cannot be had for now, because its server is away or another process has locked it: the same start may succeed later. */
    static final int STORE_AWAY = 8;

    /** A second signal came while the service was stopping. */
    static final int STOPPED_AT_ONCE = 130;

    private ExitCode() {}
}
