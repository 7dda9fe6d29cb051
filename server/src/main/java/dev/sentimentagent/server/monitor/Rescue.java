package dev.sentimentagent.server.monitor;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The operator's command for a service that has failed: restart it, page somebody. The shell runs it, with
 * {@code SENTIMENTAGENT_STATUS}, {@code …_REASON}, {@code …_FAILURES} and {@code …_URL} in its environment.
 */
public record Rescue(String command, URI service) {
    /** Runs the command to its end and returns its exit code; its output is ours. */
    int run(Observation last, int failures) throws InterruptedException, IOException {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command).inheritIO();
        shell.environment().putAll(
                Map.of(
                        "SENTIMENTAGENT_STATUS",
                        last.status().label(),
                        "SENTIMENTAGENT_REASON",
                        last.reason(),
                        "SENTIMENTAGENT_FAILURES",
                        String.valueOf(failures),
                        "SENTIMENTAGENT_URL",
                        service.toString()));
        Process process = shell.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            // Told to stop while it runs. What the shell has started is no longer known as its own once the shell is gone.
            List<ProcessHandle> started = process.descendants().toList();
            process.destroy();
            started.forEach(ProcessHandle::destroy);
            throw e;
        }
    }
}
