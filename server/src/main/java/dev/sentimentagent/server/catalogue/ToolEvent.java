package dev.sentimentagent.server.catalogue;

/** Something happened to a tool that makes stored items worth another look. */
public record ToolEvent(Kind kind, String toolId, String toolName) {
    /** What happened. */
    public enum Kind {
        CREATED,
        /** It is listened for again, or was approved. */
        ACTIVATED,
        /** What it is known by, or what it is linked with, has changed. */
        RENAMED
    }
}
