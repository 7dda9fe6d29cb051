package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

record SelectTopics(int limit) implements Query<List<Topic>> {
    static final String TOPICS = """
            SELECT topic_id, theme, velocity, %s, peak_at, created_at
            FROM topic ORDER BY velocity DESC, topic_id LIMIT ?""".formatted(Tallies.STORED);
    static final String POSTS = "SELECT topic_id, post_id FROM topic_post WHERE topic_id IN %s ORDER BY topic_id, position";
    static final String KEYWORDS = "SELECT topic_id, keyword FROM topic_keyword WHERE topic_id IN %s ORDER BY topic_id, position";

    SelectTopics {
        Limits.check(limit);
    }

    @Override
    public List<Topic> run(Session session) throws SQLException {
        List<Topic> topics = session.sql(TOPICS).number(limit).list(SelectTopics::topic);
        List<String> ids = topics.stream().map(Topic::id).toList();
        Map<String, List<String>> posts = lists(session, POSTS, ids);
        Map<String, List<String>> keywords = lists(session, KEYWORDS, ids);
        return topics.stream()
                .map(topic -> new Topic(topic.id(), posts.getOrDefault(topic.id(), List.of()), topic.theme(),
                        keywords.getOrDefault(topic.id(), List.of()), topic.engagementVelocity(), topic.sentiment(), topic.peakTime(),
                        topic.createdAt()))
                .toList();
    }

    private static Topic topic(Row row) throws SQLException {
        String id = row.text();
        String theme = row.text();
        double velocity = row.real();
        Tally sentiment = Tallies.read(row);
        Instant peakTime = Times.ofMillis(row.number());
        return new Topic(id, List.of(), theme, List.of(), velocity, sentiment, peakTime, Times.ofMillis(row.number()));
    }

    private static Map<String, List<String>> lists(Session session, String sql, List<String> ids) throws SQLException {
        Map<String, List<String>> lists = new HashMap<>();
        InList.each(session, sql, ids, row -> lists.computeIfAbsent(row.text(), id -> new ArrayList<>()).add(row.text()));
        return lists;
    }
}
