package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.ItemKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Place in a list that is ordered by a time and then by fullname: the last item that was given out. New rows do not move it.
 *
 * @param time as the list's column has it
 */
record Cursor(long time, String fullname) {
    private static final Pattern FORM = Pattern.compile("1 (t[13]_) (-?\\d{1,19}) (.+)", Pattern.DOTALL);

    private static final String NOT_ONE = "not a cursor of this list";

    /** As an opaque, URL-safe text. */
    String text() {
        ItemKind kind = ItemKind.ofFullname(fullname);
        String plain = "1 " + kind.prefix() + " " + time + " " + fullname.substring(kind.prefix().length());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The cursor of a list of items of a kind.
     *
     * @param text null for the beginning
     * @throws IllegalArgumentException if the text is not from {@link #text()} of a cursor in such a list
     */
    static Cursor parse(@Nullable String text, ItemKind kind, Cursor beginning) {
        Cursor cursor = parse(text, beginning);
        if (text != null && !cursor.fullname.startsWith(kind.prefix())) {
            throw new IllegalArgumentException(NOT_ONE);
        }
        return cursor;
    }

    /** The same of a list of both kinds. */
    static Cursor parse(@Nullable String text, Cursor beginning) {
        if (text == null) {
            return beginning;
        }
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (form.matches()) {
                return new Cursor(Long.parseLong(form.group(2)), form.group(1) + form.group(3));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NOT_ONE, e);
        }
        throw new IllegalArgumentException(NOT_ONE);
    }
}
