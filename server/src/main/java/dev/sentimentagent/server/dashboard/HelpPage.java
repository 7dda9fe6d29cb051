package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Tool;
import gg.jte.models.runtime.JteModel;
import java.util.List;

/** {@code /help}: what the figures mean. */
record HelpPage(Shell shell, List<Tool> tools, List<String> subreddits) implements Shown {
    @Override
    public JteModel html(Templates templates) {
        return templates.help(this);
    }
}
