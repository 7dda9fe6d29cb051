package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.ToolVerdict;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The small tables whose rows items refer to by number: subreddits, scorers, sets of tools. A row never changes, so what has been looked up
 * is kept for as long as the connection, of sets of tools the latest; what is not known yet is looked up, so that what another process adds is
 * seen. What a transaction has added and not committed must be forgotten with it. Not thread-safe.
 */
final class Names {
    /**
     * @param name as it was first spelled
     */
    record Subreddit(long id, String name) {}

    record Scorer(String method, String version) {}

    /** Those looked up last: of sets with all their verdicts there may be hundreds of thousands. */
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final int MOST = 8192;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    private interface Lookup<K, V> {
        V find(K key) throws SQLException;
    }

    private final Session session;
    private final Map<String, Subreddit> subreddits = new HashMap<>();
    private final Map<Long, String> subredditNames = new HashMap<>();
    private final Map<Scorer, Long> scorerIds = new HashMap<>();
    private final Map<Long, Scorer> scorers = new HashMap<>();
    private final Map<Mentions, Long> toolSetIds = new Recent<>();
    private final Map<Long, Mentions> toolSets = new Recent<>();

    Names(Session session) {
        this.session = session;
    }

    /** What a name is looked up by. */
    static String key(String subreddit) {
        return SubredditName.key(Texts.clean(subreddit));
    }

    /** The subreddit of that name in any case; added if it is new. */
    Subreddit subreddit(String name) throws SQLException {
        return cached(subreddits, name, this::findOrAddSubreddit);
    }

    String subreddit(long id) throws SQLException {
        return cached(subredditNames, id,
                key -> session.sql("SELECT name FROM subreddit WHERE subreddit_id = ?").number(key).only(Row::text));
    }

    /** Number of a scorer; added if it is new. */
    long scorerId(Scorer scorer) throws SQLException {
        return cached(scorerIds, scorer, this::findOrAddScorer);
    }

    Scorer scorer(long id) throws SQLException {
        return cached(scorers, id, key -> session.sql("SELECT method, version FROM scorer WHERE scorer_id = ?")
                .number(key)
                .only(row -> new Scorer(row.text(), row.text())));
    }

    /** Number of a set of tools with these verdicts; added if it is new. */
    long toolSetId(Mentions mentions) throws SQLException {
        return cached(toolSetIds, mentions, this::findOrAddToolSet);
    }

    Mentions mentions(long id) throws SQLException {
        return cached(toolSets, id, key -> ToolSetText.read(session.sql("SELECT tools FROM tool_set WHERE tool_set_id = ?")
                .number(key)
                .only(Row::text)));
    }

    private Subreddit findOrAddSubreddit(String name) throws SQLException {
        String clean = Texts.clean(name);
        session.sql("INSERT INTO subreddit (name, name_key) VALUES (?, ?) ON CONFLICT (name_key) DO NOTHING")
                .text(clean)
                .text(key(clean))
                .update();
        return session.sql("SELECT subreddit_id, name FROM subreddit WHERE name_key = ?")
                .text(key(clean))
                .only(row -> new Subreddit(row.number(), row.text()));
    }

    private long findOrAddScorer(Scorer scorer) throws SQLException {
        session.sql("INSERT INTO scorer (method, version) VALUES (?, ?) ON CONFLICT (method, version) DO NOTHING")
                .text(scorer.method())
                .text(scorer.version())
                .update();
        return session.sql("SELECT scorer_id FROM scorer WHERE method = ? AND version = ?")
                .text(scorer.method())
                .text(scorer.version())
                .only(Row::number);
    }

    private long findOrAddToolSet(Mentions mentions) throws SQLException {
        String text = ToolSetText.write(mentions);
        Optional<Long> known = session.sql("SELECT tool_set_id FROM tool_set WHERE tools = ?").text(text).first(Row::number);
        if (known.isPresent()) {
            return known.get();
        }
        int added = session.sql("INSERT INTO tool_set (tools) VALUES (?) ON CONFLICT (tools) DO NOTHING").text(text).update();
        long id = session.sql("SELECT tool_set_id FROM tool_set WHERE tools = ?").text(text).only(Row::number);
        if (added > 0) {
            for (String tool : mentions.toolIds()) {
                ToolVerdict verdict = mentions.verdicts().get(tool);
                session.sql("INSERT INTO tool_set_member (tool_id, tool_set_id, verdict, verdict_e4) VALUES (?, ?, ?, ?)")
                        .text(tool)
                        .number(id)
                        .number(verdict == null ? null : (long) Codes.of(verdict.sentiment()))
                        .number(verdict == null ? null : (long) verdict.compoundE4())
                        .update();
            }
        }
        return id;
    }

    private static <K, V> V cached(Map<K, V> cache, K key, Lookup<K, V> lookup) throws SQLException {
        V value = cache.get(key);
        if (value == null) {
            value = lookup.find(key);
            cache.put(key, value);
        }
        return value;
    }
}
