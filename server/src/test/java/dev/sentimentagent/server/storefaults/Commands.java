package dev.sentimentagent.server.storefaults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Runs commands of the system. */
final class Commands {
    private Commands() {}

    /** Whether the command is there and allowed, and ended well. */
    static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
