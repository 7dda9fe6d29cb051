package dev.sentimentagent.model.catalogue;

/** What is done about a tool. */
public enum ToolStatus {
    /** It is listened for and shown. */
    ACTIVE,
    /** It is not listened for any more; what was found is kept. */
    ARCHIVED
}
