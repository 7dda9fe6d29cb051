package dev.sentimentagent.server.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import org.slf4j.Logger;

/**
 * What is logged, and how, by the system properties {@code LOG_LEVEL} and {@code LOG_FORMAT}, which are set from the settings before the
 * first logger is asked for. Code, because reading it from a file of XML took a tenth of the way to the first answer. A file that is named
 * by {@code logback.configurationFile} counts instead.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {
    private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{0} "
            + "%replace(%replace([%X{cycle} %X{subreddit}] ){'\\[ *\\] ', ''}){' \\]', ']'}%msg%n";
    /**
     * The INFO of most of them tells of our own start what our log says already. The last one tells of an address that cannot be bound, with
     * a stack trace; so do we, in one line.
     */
    private static final Map<String, Level> QUIET = Map.of("org.flywaydb", Level.WARN, "com.zaxxer.hikari", Level.WARN,
            // What ails their calls, ours tell.
            "com.azure", Level.ERROR, "reactor", Level.WARN, "io.netty", Level.WARN,
            // That a connection had gone while nobody used it; the call gets another one.
            "com.zaxxer.hikari.pool.PoolBase", Level.ERROR, "io.helidon",
            Level.WARN, "io.helidon.webserver.LoomServer", Level.OFF);
    private static final String LEFT_OUT = "[ignore]";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder("json".equals(System.getProperty("LOG_FORMAT")) ? json(context) : text(context));
        console.start();
        QUIET.forEach((name, level) -> context.getLogger(name).setLevel(level));
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getProperty("LOG_LEVEL"), Level.INFO));
        root.addAppender(console);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(TEXT);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        LogstashFieldNames names = new LogstashFieldNames();
        names.setTimestamp("timestamp");
        names.setVersion(LEFT_OUT);
        names.setLevelValue(LEFT_OUT);
        names.setLogger("logger");
        names.setThread("thread");
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.setTimeZone("UTC");
        encoder.setTimestampPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX");
        encoder.setFieldNames(names);
        encoder.start();
        return encoder;
    }
}
