package dev.sentimentagent.store.cosmos;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Place in a list that is ordered by a time and then by fullname: the last item that was given out.
 *
 * @param list which list, as a letter
 * @param time as the list's property has it
 */
record Cursor(char list, long time, String fullname) {
    private static final Pattern FORM = Pattern.compile("c1([a-z]) (-?\\d{1,18}) (.+)", Pattern.DOTALL);
    private static final String NOT_ONE = "not a cursor of this list";

    String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(("c1" + list + " " + time + " " + fullname).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads one.
     *
     * @param text null for the beginning, which gives null
     * @throws IllegalArgumentException if it is not one of that list
     */
    static @Nullable Cursor parse(@Nullable String text, char list) {
        if (text == null) {
            return null;
        }
        Matcher form;
        try {
            form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NOT_ONE, e);
        }
        if (!form.matches() || form.group(1).charAt(0) != list) {
            throw new IllegalArgumentException(NOT_ONE);
        }
        return new Cursor(list, Long.parseLong(form.group(2)), form.group(3));
    }

    /** Goes on behind it in a list that is ordered by that property and the fullname. */
    static void after(@Nullable Cursor cursor, Sought sought, String property, boolean ascending) {
        if (cursor != null) {
            String further = ascending ? ">" : "<";
            sought.where("%1$s %2$s ? OR (%1$s = ? AND c.fullname %2$s ?)".formatted(property, further), cursor.time(), cursor.time(),
                    cursor.fullname());
        }
        String direction = ascending ? " ASC" : " DESC";
        sought.orderBy(property + direction + ", c.fullname" + direction);
    }
}
