package dev.sentimentagent.server.cli;

import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.server.settings.StoreAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process away from a database file: a lock on a file beside it, which holds the process id of whoever has the lock. The
 * operating system lets go of the lock when the process ends, however it ends, so it is never stale; the process id is believed only
 * while the lock is held, and only of a process that has the file open.
 */
final class DataLock implements AutoCloseable {
    /** Longer than a graceful stop may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(50);
    /** A byte of the file, far behind what is in it, whose lock has whoever asks the holder of the others to stop. */
    private static final long ASKING = 1L << 40;
    private static final long NOBODY = -1;
    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final int MAX_BYTES = 40;
    private static final Pattern PID = Pattern.compile("\\d{1,18}");

    /** What a process holds the lock for. A service can be replaced by another; an import is waited for. */
    enum Holder {
        SERVICE, IMPORT
    }

    private final @Nullable FileChannel channel;

    private DataLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a store that only one process may use at a time. Of one on a server, which several may use, a service takes that of its
     * port on this machine, so that it can be replaced.
     *
     * @param as what for
     * @param replace whether to stop the process that holds it, gracefully, and wait for it
     * @throws CommandException if another process keeps it
     */
    static DataLock acquire(Settings settings, Holder as, boolean replace) {
        return switch (settings.store().address()) {
            case StoreAddress.Sqlite(Path database) -> acquire(database, as, replace);
            case StoreAddress.Postgresql(_, _, Path folder) -> acquire(folder, settings, as, replace);
            case StoreAddress.Cosmos(_, _, Path folder) -> acquire(folder, settings, as, replace);
        };
    }

    private static DataLock acquire(Path folder, Settings settings, Holder as, boolean replace) {
        return as == Holder.SERVICE && settings.http().port() != 0
                ? acquire(folder.resolve("service-" + settings.http().port()), as, replace)
                : new DataLock(null);
    }

    /** Takes the lock of a database, by whatever name of the file. */
    static DataLock acquire(Path database, Holder as, boolean replace) {
        try {
            Path folder = database.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path real = Files.exists(database) ? database.toRealPath() : database.toAbsolutePath();
            Path file = real.resolveSibling(real.getFileName() + ".lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean free = tryLock(channel);
            if (!free && content(channel).endsWith(Holder.IMPORT.name())) {
                channel.close();
                throw new CommandException(ExitCode.IN_USE,
                        "an import into " + database + " is running: wait for its end, or stop it first");
            }
            if (free || (replace && stopHolder(channel, file, database))) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + " " + as).getBytes(StandardCharsets.US_ASCII)), 0);
                return new DataLock(channel);
            }
            String holder = holder(channel, file).map(process -> "process " + process.pid()).orElse("another process");
            channel.close();
            throw new CommandException(ExitCode.IN_USE, database + " is in use by " + holder
                    + (replace
                            ? ", which has not let go of it within " + PATIENCE.toSeconds()
                                    + " s: end it with kill -9, nothing committed is lost"
                            : ": stop it first (./start.sh does), or set another STORE_URL"));
        } catch (IOException e) {
            throw new CommandException(ExitCode.STORE,
                    "the folder of " + database + " cannot be written to (" + e + "): choose another STORE_URL");
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        return tryLock(channel, 0, ASKING) != null;
    }

    private static @Nullable FileLock tryLock(FileChannel channel, long from, long size) throws IOException {
        try {
            return channel.tryLock(from, size, false);
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static boolean stopHolder(FileChannel channel, Path file, Path database) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // One of those that wait asks, and asks once: to be asked a second time means to a process to end at once.
        FileLock asking = null;
        long asked = NOBODY;
        boolean waited = false;
        try {
            while (System.nanoTime() < deadline) {
                if (tryLock(channel)) {
                    return true;
                }
                asking = asking == null ? tryLock(channel, ASKING, 1) : asking;
                // A holder that has only just got the lock may not have written its id yet.
                Optional<ProcessHandle> holder = asking == null ? Optional.empty() : holder(channel, file);
                if (holder.isPresent() && holder.get().pid() != asked) {
                    if (waited) {
                        // Another of those that waited was faster; it may have begun this moment, and not heed signals yet.
                        Thread.sleep(SETTLING);
                    }
                    System.err.println("Stopping process " + holder.get().pid() + ", which uses " + database + " …");
                    asked = holder.get().destroy() ? holder.get().pid() : asked;
                }
                Thread.sleep(POLL);
                waited = true;
            }
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (asking != null) {
                asking.release();
            }
        }
    }

    private static String content(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(MAX_BYTES);
        channel.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
    }

    private static Optional<ProcessHandle> holder(FileChannel channel, Path file) throws IOException {
        String pid = content(channel).split(" ", 2)[0];
        if (!PID.matcher(pid).matches()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> hasOpen(process, file));
    }

    /** Whether the process has the file open; where the system does not tell, it is taken to. */
    private static boolean hasOpen(ProcessHandle process, Path file) {
        Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
        if (!Files.isDirectory(descriptors)) {
            return true;
        }
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.anyMatch(descriptor -> isSame(descriptor, file));
        } catch (IOException | UncheckedIOException _) {
            // Another user's, whom we could not stop either.
            return false;
        }
    }

    private static boolean isSame(Path descriptor, Path file) {
        try {
            return Files.isSameFile(descriptor, file);
        } catch (IOException _) {
            // A socket or a pipe, or closed in the meantime.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
