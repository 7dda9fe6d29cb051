-- The same tables as in SQLite (../sqlite), whose comments hold here too. Times: *_utc in seconds, *_at in milliseconds since 1970-01-01T00:00Z.
-- Texts that order lists or identify rows compare by byte (collation "C"), as SQLite and Java's ASCII do, whatever the database's locale.

CREATE TABLE subreddit (
  subreddit_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name         TEXT COLLATE "C" NOT NULL,
  name_key     TEXT COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE scorer (
  scorer_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  method    TEXT COLLATE "C" NOT NULL,
  version   TEXT COLLATE "C" NOT NULL,
  UNIQUE (method, version)
);

CREATE TABLE tool_set (
  tool_set_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tools       TEXT COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE tool_set_member (
  tool_set_id BIGINT NOT NULL REFERENCES tool_set,
  tool_id     TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (tool_set_id, tool_id)
);
CREATE INDEX tool_set_by_tool ON tool_set_member (tool_id, tool_set_id);

-- Room in each page, so that a change of votes, the most frequent one, stays in its page and touches no index.
CREATE TABLE item (
  fullname      TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  subreddit_id  BIGINT NOT NULL REFERENCES subreddit,
  created_utc   BIGINT NOT NULL,
  collected_at  BIGINT NOT NULL,
  changed_at    BIGINT NOT NULL,
  edited_at     BIGINT,
  scorer_id     BIGINT NOT NULL REFERENCES scorer,
  tool_set_id   BIGINT NOT NULL REFERENCES tool_set,
  confidence    DOUBLE PRECISION NOT NULL,
  upvotes       INTEGER NOT NULL,
  comment_count INTEGER,
  compound_e4   INTEGER NOT NULL,
  positive_e3   SMALLINT NOT NULL,
  negative_e3   SMALLINT NOT NULL,
  neutral_e3    SMALLINT NOT NULL,
  kind          SMALLINT NOT NULL,
  deleted       SMALLINT NOT NULL,
  sentiment     SMALLINT NOT NULL,
  post_id       TEXT COLLATE "C",
  parent        TEXT COLLATE "C",
  author        TEXT COLLATE "C",
  title         TEXT COLLATE "C",
  url           TEXT COLLATE "C",
  permalink     TEXT COLLATE "C" NOT NULL,
  body          TEXT COLLATE "C" NOT NULL
) WITH (fillfactor = 90);

CREATE INDEX item_by_created ON item (created_utc) INCLUDE (kind, deleted, subreddit_id, sentiment, compound_e4, tool_set_id, post_id);
CREATE INDEX item_by_subreddit ON item (subreddit_id, created_utc);
CREATE INDEX post_by_collected ON item (collected_at, fullname) WHERE kind = 0 AND deleted = 0;
CREATE INDEX post_by_subreddit_collected ON item (subreddit_id, collected_at, fullname) WHERE kind = 0 AND deleted = 0;
CREATE INDEX comment_by_post ON item (post_id, created_utc, fullname) INCLUDE (sentiment, compound_e4) WHERE kind = 1 AND deleted = 0;

CREATE TABLE rollup (
  hour            BIGINT NOT NULL,
  dimension       SMALLINT NOT NULL,
  name            TEXT COLLATE "C" NOT NULL,
  kind            SMALLINT NOT NULL,
  positive        BIGINT NOT NULL,
  negative        BIGINT NOT NULL,
  neutral         BIGINT NOT NULL,
  compound_sum_e4 BIGINT NOT NULL,
  square_sum_e8   BIGINT NOT NULL,
  version         BIGINT NOT NULL,
  PRIMARY KEY (hour, dimension, name, kind)
);
CREATE INDEX rollup_by_version ON rollup (version);

CREATE TABLE rollup_day (
  day             BIGINT NOT NULL,
  dimension       SMALLINT NOT NULL,
  name            TEXT COLLATE "C" NOT NULL,
  kind            SMALLINT NOT NULL,
  positive        BIGINT NOT NULL,
  negative        BIGINT NOT NULL,
  neutral         BIGINT NOT NULL,
  compound_sum_e4 BIGINT NOT NULL,
  square_sum_e8   BIGINT NOT NULL,
  version         BIGINT NOT NULL,
  PRIMARY KEY (day, dimension, name, kind)
);
CREATE INDEX rollup_day_by_version ON rollup_day (version);

CREATE TABLE horizon (
  only_row   SMALLINT PRIMARY KEY CHECK (only_row = 1),
  before_utc BIGINT NOT NULL
);

CREATE TABLE item_count (
  kind    SMALLINT NOT NULL,
  deleted SMALLINT NOT NULL,
  items   BIGINT NOT NULL,
  PRIMARY KEY (kind, deleted)
) WITH (fillfactor = 50);
INSERT INTO item_count (kind, deleted, items) VALUES (0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 0);

CREATE TABLE lease (
  name     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  holder   TEXT COLLATE "C" NOT NULL,
  token    BIGINT NOT NULL,
  until_at BIGINT NOT NULL
) WITH (fillfactor = 50);

-- Whoever writes locks this row first, so that there is one writer at a time in the whole database, and versions are committed in their order.
CREATE TABLE data_version (
  only_row SMALLINT PRIMARY KEY CHECK (only_row = 1),
  version  BIGINT NOT NULL
) WITH (fillfactor = 50);
INSERT INTO data_version (only_row, version) VALUES (1, 0);

CREATE TABLE cycle (
  cycle_id        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  started_at      BIGINT NOT NULL,
  ended_at        BIGINT,
  status          TEXT COLLATE "C" NOT NULL,
  requests        BIGINT NOT NULL,
  limiter_wait_ms BIGINT NOT NULL,
  rss_start_bytes BIGINT NOT NULL,
  rss_end_bytes   BIGINT NOT NULL
);
CREATE INDEX cycle_by_start ON cycle (started_at, cycle_id);
CREATE INDEX cycle_running ON cycle (cycle_id) WHERE status = 'running';
CREATE INDEX cycle_succeeded ON cycle (ended_at) WHERE status IN ('completed', 'partial');

CREATE TABLE cycle_report (
  cycle_id     TEXT COLLATE "C" NOT NULL REFERENCES cycle,
  subreddit_id BIGINT NOT NULL REFERENCES subreddit,
  fetched      BIGINT NOT NULL,
  stored       BIGINT NOT NULL,
  updated      BIGINT NOT NULL,
  unchanged    BIGINT NOT NULL,
  rejected     BIGINT NOT NULL,
  PRIMARY KEY (cycle_id, subreddit_id),
  CHECK (fetched = stored + updated + unchanged + rejected)
);

CREATE TABLE cycle_incident (
  cycle_id     TEXT COLLATE "C" NOT NULL,
  subreddit_id BIGINT NOT NULL,
  reason       TEXT COLLATE "C" NOT NULL,
  detail       TEXT COLLATE "C" NOT NULL,
  count        BIGINT NOT NULL,
  PRIMARY KEY (cycle_id, subreddit_id, reason, detail),
  FOREIGN KEY (cycle_id, subreddit_id) REFERENCES cycle_report
);

CREATE TABLE coverage (
  subreddit_id BIGINT NOT NULL REFERENCES subreddit,
  listing      TEXT COLLATE "C" NOT NULL,
  from_at      BIGINT NOT NULL,
  until_at     BIGINT NOT NULL,
  newest_at    BIGINT NOT NULL,
  PRIMARY KEY (subreddit_id, listing)
);

CREATE TABLE gap (
  subreddit_id BIGINT NOT NULL REFERENCES subreddit,
  listing      TEXT COLLATE "C" NOT NULL,
  from_at      BIGINT NOT NULL,
  to_at        BIGINT NOT NULL,
  reason       TEXT COLLATE "C" NOT NULL,
  cycle_id     TEXT COLLATE "C" NOT NULL,
  recorded_at  BIGINT NOT NULL,
  PRIMARY KEY (subreddit_id, listing, from_at, to_at, reason)
);
CREATE INDEX gap_by_end ON gap (to_at, from_at);

CREATE TABLE topic (
  topic_id        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  theme           TEXT COLLATE "C" NOT NULL,
  velocity        DOUBLE PRECISION NOT NULL,
  positive        BIGINT NOT NULL,
  negative        BIGINT NOT NULL,
  neutral         BIGINT NOT NULL,
  compound_sum_e4 BIGINT NOT NULL,
  square_sum_e8   BIGINT NOT NULL,
  peak_at         BIGINT NOT NULL,
  created_at      BIGINT NOT NULL
);
CREATE INDEX topic_by_velocity ON topic (velocity DESC, topic_id);

CREATE TABLE topic_post (
  topic_id TEXT COLLATE "C" NOT NULL REFERENCES topic,
  position BIGINT NOT NULL,
  post_id  TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (topic_id, position)
);

CREATE TABLE topic_keyword (
  topic_id TEXT COLLATE "C" NOT NULL REFERENCES topic,
  position BIGINT NOT NULL,
  keyword  TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (topic_id, position)
);
