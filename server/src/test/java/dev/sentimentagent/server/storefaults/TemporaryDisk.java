package dev.sentimentagent.server.storefaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file system in memory, which can be filled to the last byte. */
record TemporaryDisk(Path folder) implements AutoCloseable {
    /** Skips the test where the machine does not let us mount one. */
    static TemporaryDisk mount(Path folder, String size) throws IOException {
        Files.createDirectory(folder);
        assumeThat(Commands.succeeds("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()))
                .as("a tmpfs can be mounted here, which takes root")
                .isTrue();
        return new TemporaryDisk(folder);
    }

    /** Leaves no room for anything. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler())) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left on device");
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler());
    }

    void resize(String size) {
        assertThat(Commands.succeeds("mount", "-o", "remount,size=" + size, folder.toString())).as("resized").isTrue();
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() {
        assertThat(Commands.succeeds("umount", folder.toString())).as("unmounted").isTrue();
    }
}
