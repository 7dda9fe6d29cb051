package dev.sentimentagent.server.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the service logs at WARN and above, all of its parts. */
final class Complaints extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.sentimentagent");
    private final List<Complaint> heard = new CopyOnWriteArrayList<>();

    /**
     * A line of the log.
     *
     * @param cycle id of the cycle that it belongs to; empty for none
     * @param subreddit name of the subreddit that it belongs to; empty for none
     */
    record Complaint(String cycle, String subreddit, String text) {}

    /** Listens until it is closed. */
    Complaints() {
        setContext(logger.getLoggerContext());
        start();
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            heard.add(
                    new Complaint(
                            event.getMDCPropertyMap().getOrDefault("cycle", ""),
                            event.getMDCPropertyMap().getOrDefault("subreddit", ""),
                            event.getFormattedMessage()));
        }
    }

    void forget() {
        heard.clear();
    }

    List<Complaint> all() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        stop();
    }
}
