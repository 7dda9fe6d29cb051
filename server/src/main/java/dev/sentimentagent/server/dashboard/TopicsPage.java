package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Topic;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;

/** {@code /topics}: what people talk about now. */
record TopicsPage(Shell shell, List<Topic> topics) implements Shown {
    static final int MOST = 100;

    static TopicsPage of(Site site, View view) {
        return new TopicsPage(site.shell("Topics", view, false), site.store().topics().topics(MOST));
    }

    @Override
    public JteModel html(Templates templates) {
        return templates.topics(this);
    }

    @Override
    public Optional<Sheet> sheet(String name) {
        return name.equals("topics") ? Optional.of(Sheets.topics(topics)) : Optional.empty();
    }

    @Override
    public Optional<JteModel> picture(Templates templates, String name) {
        Pictures pictures = new Pictures(templates);
        return switch (name) {
            case "topics" -> pictures.topics(topics);
            default -> Optional.empty();
        };
    }
}
