package dev.sentimentagent.server.doctor;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks at everything that an installation needs, one after the other. Changes nothing, and may run beside the service. */
public final class Doctor {
    private final List<Check> checks;

    /** Opens a store to look at it, without bringing its schema up to date. */
    @FunctionalInterface
    public interface StoreOpener {
        /** @throws dev.sentimentagent.model.store.StoreException if it cannot be opened */
        Store open();
    }

    /**
     * The examination of an installation whose settings can be read.
     *
     * @param strays names in {@code .env} that are none, as {@link dev.sentimentagent.server.settings.Environment#strays}
     * @param home where {@code .env} lies
     * @param time the service's clock, by which data is old or new
     */
    public Doctor(Settings settings, List<String> strays, Path home, StoreOpener opener, TimeSource time) {
        this.checks = List.of(
                new SettingsCheck(settings, strays, home),
                new JavaCheck(),
                new PortCheck(settings.http()),
                new RedditCheck(settings.reddit(), TimeSource.system()),
                new DiskCheck(settings.store().address()),
                new StoreCheck(settings, opener, time));
    }

    /**
     * Looks, and tells of each finding as soon as it is made.
     *
     * @return all of them
     */
    public List<Finding> examine(Consumer<Finding> told) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            List<Finding> found = check.look();
            findings.addAll(found);
            found.forEach(told);
        }
        return findings;
    }

    /** The only finding where the settings cannot be read: everything else depends on them. */
    public static Finding unreadableSettings(String why) {
        return Finding.fail("settings", why, "correct it in .env or the environment; .env.example documents each setting");
    }
}
