package dev.sentimentagent.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native library of SQLite. The driver unpacks it into the folder for temporary files at each start, compares it, and runs a program
 * to find out where it is; with the system property {@code org.sqlite.lib.path} it takes one that lies in a folder.
 */
public final class SqliteLibrary {
    private SqliteLibrary() {}

    /** Unpacks that of this system into a folder, which is created. */
    public static void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = LibraryLoaderUtil.getNativeLibName();
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (library == null) {
                throw new IOException("the driver has no library for this system");
            }
            Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
