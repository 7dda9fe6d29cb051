package dev.sentimentagent.server.doctor;

import dev.sentimentagent.server.settings.StoreAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Room, and leave to write, where the database lies or will lie. */
record DiskCheck(StoreAddress address) implements Check {
    private static final String NAME = "disk";
    private static final long LITTLE = 100L << 20;
    private static final long SOME = 1L << 30;

    @Override
    public List<Finding> look() {
        return address.file().map(this::look).orElseGet(() -> List.of(
                Finding.ok(NAME, "the data lies on the database server: its disk is to be watched there")));
    }

    private List<Finding> look(Path file) {
        Path folder = existing(file.toAbsolutePath().getParent());
        if (folder == null) {
            return List.of(Finding.fail(NAME, "no folder of " + address + " exists", "name another in STORE_URL"));
        }
        if (!Files.isWritable(folder)) {
            return List.of(
                    Finding.fail(
                            NAME,
                            folder + " cannot be written by " + System.getProperty("user.name"),
                            "give it to the user that runs the service (chown), or name another in STORE_URL"));
        }
        // Not by way of the FileStore, which finds no mount point where the root was changed (chroot).
        return List.of(look(folder, folder.toFile().getUsableSpace()));
    }

    static Finding look(Path folder, long usable) {
        String says = "%,d MB free in %s".formatted(usable >> 20, folder);
        String todo = "make room; the database grows by some 10 MB a day with the default subreddits, until DATA_RETENTION_DAYS are full";
        if (usable < LITTLE) {
            return Finding.fail(NAME, says, todo);
        }
        return usable < SOME ? Finding.warn(NAME, says, todo) : Finding.ok(NAME, says);
    }

    private static @Nullable Path existing(@Nullable Path folder) {
        Path candidate = folder;
        while (candidate != null && !Files.isDirectory(candidate)) {
            candidate = candidate.getParent();
        }
        return candidate;
    }
}
