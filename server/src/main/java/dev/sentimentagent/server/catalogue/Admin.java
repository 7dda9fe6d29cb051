package dev.sentimentagent.server.catalogue;

/**
 * Who asks for a change.
 *
 * @param name such as {@code admin}
 * @param ipAddress empty if it is not asked for over the network, as is the user agent
 */
public record Admin(String name, String ipAddress, String userAgent) {
    /** Whoever calls the program from the command line. */
    public static final Admin COMMAND_LINE = new Admin("command line", "", "");
}
