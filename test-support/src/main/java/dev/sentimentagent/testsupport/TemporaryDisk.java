package dev.sentimentagent.testsupport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small file system in memory, which can be filled to the last byte. Not thread-safe. */
public record TemporaryDisk(Path folder) implements AutoCloseable {
    private static final int PAGE = 4096;

    /**
     * Makes one.
     *
     * @param folder to be created
     * @param size as {@code mount} has it, such as {@code 12m}
     * @return empty where the machine does not let us mount one, which takes root
     */
    public static Optional<TemporaryDisk> mount(Path folder, String size) throws IOException {
        Files.createDirectory(folder);
        return succeeds("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString())
                ? Optional.of(new TemporaryDisk(folder))
                : Optional.empty();
    }

    /** Leaves no room for anything. */
    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler())) {
            byte[] page = new byte[PAGE];
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left on device")) {
                throw e;
            }
        }
    }

    /** Takes back what {@link #fill} took. */
    public void makeRoom() throws IOException {
        Files.delete(filler());
    }

    /** Changes its size. */
    public void resize(String size) {
        require("mount", "-o", "remount,size=" + size, folder.toString());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() {
        require("umount", folder.toString());
    }

    private static void require(String... command) {
        if (!succeeds(command)) {
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException _) {
            // There is no such command.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
