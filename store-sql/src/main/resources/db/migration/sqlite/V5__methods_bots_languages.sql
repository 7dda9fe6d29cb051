-- rollup.dimension may be from now on: 2 the method that scored (name: method and version), 3 bots by subreddit (counted nowhere else),
-- 4 by subreddit what is in a language that its scorer does not know (shares and confidence are 0; counted as neutral everywhere else).
-- What is stored is counted here, once; of what has expired before, nothing is known.
INSERT INTO rollup (hour, dimension, name, kind, positive, negative, neutral, compound_sum_e4, square_sum_e8, version)
SELECT (created_utc - (created_utc % 3600 + 3600) % 3600) / 3600 AS hour, 2, scorer.method || ' ' || scorer.version AS scored_by, kind,
       count(*) FILTER (WHERE sentiment = 1), count(*) FILTER (WHERE sentiment = -1), count(*) FILTER (WHERE sentiment = 0),
       sum(compound_e4), sum(compound_e4 * compound_e4), (SELECT data_version.version FROM data_version)
FROM item JOIN scorer ON scorer.scorer_id = item.scorer_id
WHERE deleted = 0 AND sentiment < 2
GROUP BY hour, scored_by, kind;

INSERT INTO rollup (hour, dimension, name, kind, positive, negative, neutral, compound_sum_e4, square_sum_e8, version)
SELECT (created_utc - (created_utc % 3600 + 3600) % 3600) / 3600 AS hour, 3, subreddit.name, kind, 0, 0, count(*), 0, 0,
       (SELECT data_version.version FROM data_version)
FROM item JOIN subreddit ON subreddit.subreddit_id = item.subreddit_id
WHERE deleted = 0 AND sentiment = 2
GROUP BY hour, subreddit.name, kind;
