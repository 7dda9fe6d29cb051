package dev.sentimentagent.server.dashboard;

import gg.jte.models.runtime.JteModel;
import java.util.Optional;

/** A page that has been put together: to be written as HTML, or parts of it as files. */
interface Shown {
    JteModel html(Templates templates);

    /** The table of that name, as a file; empty if the page has none. */
    default Optional<Sheet> sheet(String name) {
        return Optional.empty();
    }

    /** The page's chart, as a picture. */
    default Optional<Charts> picture() {
        return Optional.empty();
    }

    /** What moved its score, to be drawn; empty if that is not told. */
    default Optional<Movers> moved() {
        return Optional.empty();
    }
}
