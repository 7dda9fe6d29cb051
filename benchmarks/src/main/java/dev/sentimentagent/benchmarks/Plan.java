package dev.sentimentagent.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param home the folder of the program
 * @param folder for logs and generated stores
 * @param days of the large store
 * @param fewDays of the small one
 * @param clients numbers of connections, in this order
 * @param compared of these, the one with which the small store is measured too
 * @param starts how often each program is started
 * @param importedDays of the dump
 */
record Plan(
        Path home,
        Path folder,
        long seed,
        int days,
        int fewDays,
        List<Integer> clients,
        int compared,
        boolean repeated,
        Duration warmUp,
        Duration measured,
        int starts,
        int importedDays) {
    /** With which the bars on rates and latencies are judged. */
    static final int JUDGED_CLIENTS = 50;
    /** While something else goes on. */
    static final int CLIENTS_OF_BUSY = 20;
    static final int MOST_CLIENTS = 200;

    static Plan full(Path home, Path folder, long seed) {
        return new Plan(home, folder, seed, 90, 9, List.of(1, 20, JUDGED_CLIENTS, MOST_CLIENTS), 20, true, Duration.ofSeconds(1),
                Duration.ofSeconds(3), 7, 20);
    }

    static Plan quick(Path home, Path folder, long seed) {
        return new Plan(home, folder, seed, 90, 9, List.of(JUDGED_CLIENTS), JUDGED_CLIENTS, false, Duration.ofSeconds(1),
                Duration.ofSeconds(2), 3, 9);
    }
}
