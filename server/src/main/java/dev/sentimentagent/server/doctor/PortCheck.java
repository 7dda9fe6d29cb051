package dev.sentimentagent.server.doctor;

import dev.sentimentagent.server.monitor.HealthPoll;
import dev.sentimentagent.server.monitor.Observation;
import dev.sentimentagent.server.settings.HttpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The address that the service listens on: free, or used by the service itself. */
record PortCheck(HttpSettings http) implements Check {
    private static final String NAME = "port";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public List<Finding> look() throws InterruptedException {
        String address = http.host() + ":" + http.port();
        try (HealthPoll poll = new HealthPoll(service(), PATIENCE)) {
            Observation seen = poll.look();
            return List.of(switch (seen.status()) {
                case HEALTHY -> Finding.ok(NAME, "the service answers at " + address + ": healthy");
                case DEGRADED ->
                    Finding.warn(NAME, "the service answers at " + address + ": degraded: " + reasons(seen),
                            "see each reason in the runbook");
                case UNHEALTHY ->
                    Finding.fail(NAME, "the service answers at " + address + ": unhealthy: " + reasons(seen),
                            "see each reason in the runbook");
                case UNREACHABLE -> bind(address);
                case HANGING, INVALID -> Finding.fail(
                        NAME,
                        "something that is not a healthy SentimentAgent has " + address + ": " + reasons(seen),
                        "stop what uses the port (ss -ltnp names it), or set API_PORT");
            });
        }
    }

    private static String reasons(Observation seen) {
        return String.join("; ", seen.reasons());
    }

    /** Where nobody answers. */
    private Finding bind(String address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(http.host()), http.port()));
            return Finding.ok(NAME, address + " is free; the service does not run there");
        } catch (IOException e) {
            return Finding.fail(
                    NAME,
                    "cannot listen on " + address + ": " + e.getMessage(),
                    "stop what uses the port (ss -ltnp names it), or set API_PORT; API_HOST must be an address of this machine");
        }
    }

    private URI service() {
        return http.ownAddress();
    }
}
