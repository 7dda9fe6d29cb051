package dev.sentimentagent.store.sql;

import java.time.Duration;

/**
 * How connections are set up.
 *
 * @param readers connections for reading
 * @param poolTimeout how long a call waits for one of them
 * @param statementTimeout how long the server works on one statement before it gives up
 * @param idleTimeout how long the server lets a transaction wait for the next statement before it breaks it off; what a process that stands
 *     still holds is let go of then
 * @param briefTimeout the same as the two above for signs of life and leases, which must not hang
 */
record PostgresqlSettings(int readers, Duration poolTimeout, Duration statementTimeout, Duration idleTimeout, Duration briefTimeout) {
    static final PostgresqlSettings DEFAULT = new PostgresqlSettings(8, Duration.ofSeconds(5), Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(4));
    /** What the driver waits for an answer longer than the server would take to refuse one: only a dead line is slower. */
    static final Duration MARGIN = Duration.ofSeconds(2);
    static final Duration CONNECT = Duration.ofSeconds(5);
    /** Rows that the driver takes at once out of a large result. */
    static final int FETCHED = 2000;
}
