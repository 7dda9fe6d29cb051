package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.List;

record ReplaceTopics(List<Topic> topics) implements Query<Integer> {
    private static final String TOPIC = """
            INSERT INTO topic (topic_id, theme, velocity, %s, peak_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""".formatted(Tallies.STORED);
    private static final String POST = "INSERT INTO topic_post (topic_id, position, post_id) VALUES (?, ?, ?)";
    private static final String KEYWORD = "INSERT INTO topic_keyword (topic_id, position, keyword) VALUES (?, ?, ?)";

    ReplaceTopics {
        topics = List.copyOf(topics);
    }

    @Override
    public Integer run(Session session) throws SQLException {
        for (String table : List.of("topic_keyword", "topic_post", "topic")) {
            session.sql("DELETE FROM " + table).update();
        }
        for (Topic topic : topics) {
            insert(session, topic);
        }
        for (String sql : List.of(TOPIC, POST, KEYWORD)) {
            session.sql(sql).flush();
        }
        DataVersion.next(session);
        return topics.size();
    }

    private static void insert(Session session, Topic topic) throws SQLException {
        String id = Texts.clean(topic.id());
        Sql insert = session.sql(TOPIC).text(id).text(Texts.clean(topic.theme())).real(topic.engagementVelocity());
        Tallies.give(insert, topic.sentiment())
                .number(Times.millis(topic.peakTime()))
                .number(Times.millis(topic.createdAt()))
                .queue();
        list(session, POST, id, topic.postIds());
        list(session, KEYWORD, id, topic.keywords());
    }

    private static void list(Session session, String sql, String id, List<String> values) throws SQLException {
        int position = 0;
        for (String value : values) {
            session.sql(sql).text(id).number(position++).text(Texts.clean(value)).queue();
        }
    }

    @Override
    public String toString() {
        return "ReplaceTopics[topics=" + topics.size() + "]";
    }
}
