package dev.sentimentagent.server.settings;

import java.time.Duration;

/**
 * When stored items are analyzed again of itself, and how gently.
 *
 * @param onToolCreate when a tool is added
 * @param onToolActivate when a tool counts again, or a detected one is approved
 * @param onMethodChange when the service starts with another scorer than the one that scored what is stored
 * @param batchDelay rest after each batch of a job
 */
public record ReanalysisSettings(boolean onToolCreate, boolean onToolActivate, boolean onMethodChange, Duration batchDelay) {
    private static final int LONGEST_DELAY_MS = 60_000;

    static ReanalysisSettings read(SettingsReader in) {
        boolean enabled = in.flag("ENABLE_AUTO_REANALYSIS", true);
        // Each is read, whether it counts or not, so that a wrong one is told of.
        boolean onCreate = in.flag("AUTO_REANALYSIS_ON_TOOL_CREATE", true);
        boolean onActivate = in.flag("AUTO_REANALYSIS_ON_TOOL_ACTIVATE", true);
        boolean onMethod = in.flag("AUTO_REANALYSIS_ON_METHOD_CHANGE", false);
        return new ReanalysisSettings(enabled && onCreate, enabled && onActivate, enabled && onMethod,
                Duration.ofMillis(in.integer("REANALYSIS_BATCH_DELAY_MS", 0, 0, LONGEST_DELAY_MS)));
    }
}
