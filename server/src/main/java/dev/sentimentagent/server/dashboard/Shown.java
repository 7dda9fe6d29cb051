package dev.sentimentagent.server.dashboard;

import gg.jte.models.runtime.JteModel;
import java.util.Optional;

/** A page that has been put together: to be written as HTML, or parts of it as files. */
interface Shown {
    JteModel html(Templates templates);

    /** Whether it has all that it will have a moment later: what was read since the start is not all that it needs. */
    default boolean whole() {
        return true;
    }

    /** The table of that name, as a file; empty if the page has none. */
    default Optional<Sheet> sheet(String name) {
        return Optional.empty();
    }

    /** The picture of that name, to paste into a slide; empty if the page has none. */
    default Optional<JteModel> picture(Templates templates, String name) {
        return Optional.empty();
    }
}
