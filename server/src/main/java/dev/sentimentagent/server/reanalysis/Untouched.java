package dev.sentimentagent.server.reanalysis;

/**
 * Whether stored items are still as they were read: they are, if nobody but the job, which goes from item to item, has written since. Not
 * thread-safe.
 */
final class Untouched {
    private static final long UNKNOWN = -1;

    /** All that was committed after it, up to what is known, is the job's. */
    private long since;
    private long known;

    /** @param version of the data now */
    Untouched(long version) {
        since = version;
        known = version;
    }

    /**
     * The version of the data at which items are as they were read.
     *
     * @param earliest version when the first of them were read
     * @param latest the same of the last
     * @return a negative number if somebody may have changed them
     */
    long version(long earliest, long latest) {
        if (latest > known) {
            since = latest;
            known = latest;
        }
        return earliest >= since ? known : UNKNOWN;
    }

    /** The job has written, and this is the version after it. */
    void committed(long version) {
        if (version > known + 1) {
            since = version - 1;
        }
        known = version;
    }
}
