package dev.sentimentagent.server.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Files that come with the program: its own, and those of libraries for browsers (WebJars). Thread-safe. */
public final class Resources {
    private Resources() {}

    /**
     * A file.
     *
     * @param path on the class path, beginning with a slash
     * @throws IllegalStateException if the program lacks it
     */
    public static byte[] read(String path) {
        try (InputStream in = open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file of a library, which lies in a folder named by the library's version; its own properties tell that.
     *
     * @param group of its Maven coordinates
     * @param file within that folder
     * @throws IllegalStateException if the program lacks it
     */
    public static byte[] library(String group, String artifact, String file) {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/" + group + "/" + artifact + "/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read("/META-INF/resources/webjars/" + artifact + "/" + properties.getProperty("version") + "/" + file);
    }

    private static InputStream open(String path) {
        InputStream in = Resources.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("the resource " + path + " is missing from the program");
        }
        return in;
    }
}
