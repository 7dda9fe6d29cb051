package dev.sentimentagent.model;

/** The two listings of a subreddit that are collected, newest first. */
public enum Listing {
    NEW("new", ItemKind.POST), COMMENTS("comments", ItemKind.COMMENT);

    private final String path;
    private final ItemKind kind;

    Listing(String path, ItemKind kind) {
        this.path = path;
        this.kind = kind;
    }

    /** Last part of its address: {@code /r/{name}/{path}}. */
    public String path() {
        return path;
    }

    /** What it lists. */
    public ItemKind kind() {
        return kind;
    }
}
