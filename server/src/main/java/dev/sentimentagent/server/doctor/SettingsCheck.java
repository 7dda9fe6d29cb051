package dev.sentimentagent.server.doctor;

import dev.sentimentagent.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/** The settings, which could be read; the file that holds secrets is nobody else's to read. */
record SettingsCheck(Settings settings, List<String> strays, Path home) implements Check {
    private static final String NAME = "settings";

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        for (String stray : strays) {
            findings.add(Finding.warn(NAME, ".env: " + stray, "correct the name or take the line out, restart"));
        }
        Path file = home.resolve(".env");
        if (readableByOthers(file)) {
            findings.add(Finding.warn(NAME, file + " holds secrets and every user can read it", "chmod o= " + file));
        }
        if (findings.isEmpty()) {
            findings.add(
                    Finding.ok(
                            NAME,
                            "%d subreddits every %d min, %s, http://%s:%d, admin calls %s".formatted(
                                    settings.collection().subreddits().size(),
                                    settings.collection().interval().toMinutes(),
                                    settings.store().address(),
                                    settings.http().host(),
                                    settings.http().port(),
                                    settings.http().adminToken() == null ? "off" : "on")));
        }
        return findings;
    }

    private static boolean readableByOthers(Path file) {
        try {
            return Files.exists(file) && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException _) {
            // No such rights on this system, or not ours to see: nothing to say.
            return false;
        }
    }
}
