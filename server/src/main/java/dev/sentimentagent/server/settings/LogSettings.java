package dev.sentimentagent.server.settings;

import java.util.List;

/**
 * What is logged, and how.
 *
 * @param level name of the least level that is
 * @param format {@code text} or {@code json}: one of those of {@code LogConfigurator}
 */
public record LogSettings(String level, String format) {
    static LogSettings read(SettingsReader in) {
        return new LogSettings(
                in.oneOf("LOG_LEVEL", "INFO", List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE")),
                in.oneOf("LOG_FORMAT", "text", List.of("text", "json")));
    }
}
