package dev.sentimentagent.server;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets every test wait for as long as a busy machine may need: a condition that never comes is what fails, not one that comes late. */
public final class PatientTests implements BeforeAllCallback {
    /** For what a test waits for; many times what it takes on a quiet machine. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }
}
