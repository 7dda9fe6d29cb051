package dev.sentimentagent.server.systemd;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the service manager (systemd, {@code Type=notify}) that the service is ready, as long as it gets on that it is alive, and at the
 * end that it stops. Does nothing where none has asked for that.
 */
public final class ServiceManager implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ServiceManager.class);
    /** Signs of life within the time after which the manager takes the service for dead. */
    private static final int SIGNS = 3;

    private final Optional<NotifySocket> socket;
    private final ScheduledExecutorService timer;
    private boolean stuck; // only on the timer's thread

    private ServiceManager(Optional<NotifySocket> socket) {
        this.socket = socket;
        this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watchdog").factory());
    }

    /**
     * To be called once the service is ready.
     *
     * @param environment {@code NOTIFY_SOCKET} and {@code WATCHDOG_USEC} say whether and how often it wants to hear from us
     * @param getsOn whether the service does its work; while it does not, no sign of life is given, so that the manager ends and restarts it
     * @param status one line for {@code systemctl status}
     */
    public static ServiceManager ready(Map<String, String> environment, BooleanSupplier getsOn, String status) {
        ServiceManager manager = new ServiceManager(NotifySocket.of(environment));
        manager.tell("READY=1\nSTATUS=" + status);
        if (manager.socket.isPresent()) {
            watchdogInterval(environment).ifPresent(interval -> manager.watch(interval, getsOn));
        }
        return manager;
    }

    /** How often a sign of life is due; empty if none is wanted of this process. */
    static Optional<Duration> watchdogInterval(Map<String, String> environment) {
        String pid = environment.getOrDefault("WATCHDOG_PID", "");
        String micros = environment.getOrDefault("WATCHDOG_USEC", "");
        boolean ours = pid.isEmpty() || pid.equals(Long.toString(ProcessHandle.current().pid()));
        boolean wanted = ours && micros.matches("[1-9]\\d{0,15}");
        return wanted ? Optional.of(Duration.ofNanos(Long.parseLong(micros) * 1000).dividedBy(SIGNS)) : Optional.empty();
    }

    private void watch(Duration interval, BooleanSupplier getsOn) {
        // Its outcome is of no interest: what is run throws nothing.
        Future<?> _ = timer.scheduleAtFixedRate(() -> sign(getsOn), 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void sign(BooleanSupplier getsOn) {
        try {
            if (getsOn.getAsBoolean()) {
                stuck = false;
                tell("WATCHDOG=1");
            } else if (!stuck) {
                stuck = true;
                log.error("the collection has not got on for too long; the service manager is left to restart the service");
            }
        } catch (RuntimeException e) {
            // Thrown on, it would end the timer, and with it the service for no reason.
            log.error("the service manager could not be given a sign of life", e);
        }
    }

    private void tell(String message) {
        if (socket.isPresent() && !socket.get().send(message)) {
            log.warn("the service manager did not take a message, it may restart the service: {}", message.lines().findFirst().orElse(""));
        }
    }

    /** Says that the service stops, which it does after this. */
    @Override
    public void close() {
        timer.shutdownNow();
        tell("STOPPING=1");
    }
}
