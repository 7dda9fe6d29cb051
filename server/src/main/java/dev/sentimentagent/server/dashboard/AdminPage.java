package dev.sentimentagent.server.dashboard;

import gg.jte.models.runtime.JteModel;
import java.util.List;

/** {@code /admin}: an empty frame. What it shows is asked for by its script, with the token that somebody types in. */
record AdminPage(Shell shell, List<String> categories) implements Shown {
    @Override
    public JteModel html(Templates templates) {
        return templates.admin(this);
    }
}
