package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Topic;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;

/** {@code /topics/{id}}: one of them, with its posts. */
record TopicPage(Shell shell, Topic topic, List<Entry> posts) implements Shown {
    private static final int POSTS = 50;

    static TopicPage of(Site site, View view, String id) {
        Topic topic = site.store().topics().topics(TopicsPage.MOST)
                .stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> PageException.notFound("People talk of other things by now: this topic is gone."));
        List<Entry> posts = topic.postIds()
                .stream()
                .limit(POSTS)
                .flatMap(post -> site.store().items().find(ItemKind.POST.fullname(post)).stream())
                .filter(post -> !post.item().deleted())
                .map(site::entry)
                .toList();
        return new TopicPage(site.shell(topic.theme(), view, false), topic, posts);
    }

    @Override
    public JteModel html(Templates templates) {
        return templates.topic(this);
    }

    @Override
    public Optional<Sheet> sheet(String name) {
        return name.equals("posts") ? Optional.of(Sheets.entries(posts)) : Optional.empty();
    }

    @Override
    public Optional<JteModel> picture(Templates templates, String name) {
        return name.equals("posts")
                ? new Pictures(templates).posts(topic.theme(), posts, "", shell.now())
                : Optional.empty();
    }
}
