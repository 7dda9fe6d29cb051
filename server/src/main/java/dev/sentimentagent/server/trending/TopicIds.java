package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ids of topics. A topic that holds most of the posts which a topic before listed goes on as that one, whatever it is called now; a new
 * one takes its id from its most engaging post.
 */
final class TopicIds {
    /** Of the posts that a topic listed, so many must be in the one that goes on as it. */
    private static final double GOES_ON = 0.5;

    private TopicIds() {}

    /**
     * @param drafts the hottest first: it has the first choice
     * @param before the topics as they were stored last
     * @return an id for each of the drafts, all different
     */
    static List<String> of(List<Draft> drafts, List<Topic> before) {
        Map<String, Topic> topicOf = new HashMap<>();
        before.forEach(topic -> topic.postIds().forEach(post -> topicOf.put(post, topic)));
        Set<String> taken = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (Draft draft : drafts) {
            Map<Topic, Integer> shared = new HashMap<>();
            for (RankedPost post : draft.posts()) {
                Topic topic = topicOf.get(post.id());
                if (topic != null) {
                    shared.merge(topic, 1, Integer::sum);
                }
            }
            String id = shared.entrySet()
                    .stream()
                    .filter(entry -> entry.getValue() >= GOES_ON * entry.getKey().postIds().size() && !taken.contains(entry.getKey().id()))
                    .max(Map.Entry.<Topic, Integer>comparingByValue().thenComparing(entry -> entry.getKey().id()))
                    .map(entry -> entry.getKey().id())
                    .orElse("");
            ids.add(id);
            taken.add(id);
        }
        // New ids last, so that none is one that goes on.
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).isEmpty()) {
                ids.set(i, newId(drafts.get(i), taken));
                taken.add(ids.get(i));
            }
        }
        return ids;
    }

    private static String newId(Draft draft, Set<String> taken) {
        String seed = draft.posts().getFirst().id();
        String id = hash(seed);
        for (int i = 1; taken.contains(id); i++) {
            id = hash(seed + '/' + i);
        }
        return id;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "topic_" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
