package dev.sentimentagent.model;

/** The two kinds of item, with the prefix that Reddit puts before their ids. */
public enum ItemKind {
    POST("t3_"), COMMENT("t1_");

    private final String prefix;

    ItemKind(String prefix) {
        this.prefix = prefix;
    }

    /** Reddit's type prefix, such as {@code t3_}. */
    public String prefix() {
        return prefix;
    }

    /** The fullname of an item of this kind: prefix and id. */
    public String fullname(String id) {
        return prefix + id;
    }

    /**
     * The kind that a fullname names.
     *
     * @throws IllegalArgumentException if the name has neither prefix
     */
    public static ItemKind ofFullname(String fullname) {
        for (ItemKind kind : values()) {
            if (fullname.startsWith(kind.prefix)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("not the fullname of a post or comment: " + fullname);
    }
}
