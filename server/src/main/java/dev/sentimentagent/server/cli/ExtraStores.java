package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.StoreProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Finds stores that are no part of the program: on its class path, or in folders of jars beside it that nothing else looks into. Who does not ask
 * for one pays nothing for it.
 */
final class ExtraStores {
    /** Where the build leaves them, and where an installation has them, from the folder of the program. */
    private static final List<String> FOLDERS = List.of("lib-cosmos", "store-cosmos/target/lib");
    private static final String BUILT = "store-cosmos/target/store-cosmos.jar";

    private ExtraStores() {}

    /**
     * The one for addresses that begin so.
     *
     * @throws StoreException if its jars are not there; says how to get them
     */
    static StoreProvider of(String scheme) {
        return find(ExtraStores.class.getClassLoader(), scheme)
                .or(() -> find(loader(), scheme))
                .orElseThrow(() -> new StoreException("STORE_URL=" + scheme
                        + "… needs jars that are no part of the program: mvn -Pcosmos package -DskipTests makes them in store-cosmos/target;"
                        + " an installation wants them in the folder lib-cosmos beside it", false, null));
    }

    private static Optional<StoreProvider> find(ClassLoader loader, String scheme) {
        return ServiceLoader.load(StoreProvider.class, loader).stream().map(ServiceLoader.Provider::get)
                .filter(provider -> provider.scheme().equals(scheme)).findFirst();
    }

    /** Loads from the folders of jars that there are; lives as long as the process. */
    private static ClassLoader loader() {
        List<URL> jars = new ArrayList<>();
        try {
            for (String name : FOLDERS) {
                Path folder = Startup.HOME.resolve(name);
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> files = Files.list(folder)) {
                        for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                            jars.add(jar.toUri().toURL());
                        }
                    }
                }
            }
            Path built = Startup.HOME.resolve(BUILT);
            if (!jars.isEmpty() && Files.exists(built)) {
                jars.add(built.toUri().toURL());
            }
        } catch (IOException e) {
            throw new StoreException("the folders of further jars cannot be read: " + e.getMessage(), true, e);
        }
        return new URLClassLoader("extra-stores", jars.toArray(URL[]::new), ExtraStores.class.getClassLoader());
    }
}
