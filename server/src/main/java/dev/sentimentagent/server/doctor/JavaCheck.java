package dev.sentimentagent.server.doctor;

import java.util.List;

/** The Java that runs this, which is the one that runs the service. */
record JavaCheck() implements Check {
    private static final String NAME = "java";
    private static final int OLDEST = 25;
    private static final long ENOUGH_HEAP = 128L << 20;

    @Override
    public List<Finding> look() {
        return List.of(look(Runtime.version(), Runtime.getRuntime().maxMemory()));
    }

    static Finding look(Runtime.Version version, long maxHeap) {
        String says = "Java " + version + ", heap at most " + (maxHeap >> 20) + " MB";
        if (version.feature() < OLDEST) {
            return Finding.fail(NAME, says, "install a JDK " + OLDEST + " or later, or set JAVA_HOME to one");
        }
        if (maxHeap < ENOUGH_HEAP) {
            return Finding.warn(NAME, says,
                    "set SENTIMENTAGENT_HEAP=256m in the environment: less is known to suffice for small stores only");
        }
        return Finding.ok(NAME, says);
    }
}
