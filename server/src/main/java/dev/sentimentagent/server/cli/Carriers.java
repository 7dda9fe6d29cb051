package dev.sentimentagent.server.cli;

/**
 * How many threads of the machine carry the virtual ones that answer requests. A call into SQLite is native code, and holds its carrier
 * until it comes back. With one carrier a processor, as the JDK has it, two requests that read from a disk that hangs would silence a
 * machine with two: not even {@code /health} would be answered.
 */
final class Carriers {
    private static final String SETTING = "jdk.virtualThreadScheduler.parallelism";
    /** As many as read from SQLite at once at most: the connections for reading in its store. */
    private static final int HELD_AT_MOST = 4;

    private Carriers() {}

    /** To be called before the first virtual thread is made; what the command line of the JVM says has precedence. */
    static void provide() {
        if (System.getProperty(SETTING) == null) {
            System.setProperty(SETTING, String.valueOf(Runtime.getRuntime().availableProcessors() + HELD_AT_MOST));
        }
    }
}
