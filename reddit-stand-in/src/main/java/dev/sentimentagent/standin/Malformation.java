package dev.sentimentagent.standin;

/** How an item can be not as documented. */
public enum Malformation {
    /** A field is missing. */
    MISSING_FIELD,
    /** A field is null. */
    NULL_FIELD,
    /** A field is an object where a plain value belongs. */
    WRONG_TYPE,
    /** Its text is a million characters long. */
    OVERSIZED,
    /** Its text begins with the escapes of NUL and of half a surrogate pair. */
    NUL_AND_LONE_SURROGATE,
    /** It is a word where an object belongs. */
    NOT_AN_OBJECT
}
