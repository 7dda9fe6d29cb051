package dev.sentimentagent.server.storefaults;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/** What a logger says while this is open. */
public final class LogLines implements AutoCloseable {
    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    };

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    public static LogLines of(String name) {
        LogLines lines = new LogLines((Logger) LoggerFactory.getLogger(name));
        lines.appender.start();
        lines.logger.addAppender(lines.appender);
        return lines;
    }

    /** Waits for a line that holds all of this. */
    public void await(String... parts) {
        Awaitility.await().untilAsserted(() -> assertThat(lines).anySatisfy(line -> assertThat(line).contains(parts)));
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
