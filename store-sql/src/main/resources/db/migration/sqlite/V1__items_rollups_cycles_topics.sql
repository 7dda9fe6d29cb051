-- Times: *_utc in seconds, *_at in milliseconds since 1970-01-01T00:00Z. Explained in docs/data-model.md.

CREATE TABLE subreddit (
  subreddit_id INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,          -- as it was first spelled
  name_key     TEXT NOT NULL UNIQUE    -- lower case
) STRICT;

CREATE TABLE scorer (
  scorer_id INTEGER PRIMARY KEY,
  method    TEXT NOT NULL,
  version   TEXT NOT NULL,
  UNIQUE (method, version)
) STRICT;

-- Items speak of few different sets of tools, so each set is stored once.
CREATE TABLE tool_set (
  tool_set_id INTEGER PRIMARY KEY,
  tools       TEXT NOT NULL UNIQUE     -- ids of the tools, sorted, one a line; empty for none
) STRICT;

CREATE TABLE tool_set_member (
  tool_set_id INTEGER NOT NULL REFERENCES tool_set,
  tool_id     TEXT NOT NULL,
  PRIMARY KEY (tool_set_id, tool_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tool_set_by_tool ON tool_set_member (tool_id);

CREATE TABLE item (
  fullname      TEXT NOT NULL PRIMARY KEY,
  kind          INTEGER NOT NULL,      -- 0 post, 1 comment
  subreddit_id  INTEGER NOT NULL REFERENCES subreddit,
  created_utc   INTEGER NOT NULL,
  collected_at  INTEGER NOT NULL,      -- first sighting
  changed_at    INTEGER NOT NULL,      -- last sighting that changed the row
  upvotes       INTEGER NOT NULL,
  comment_count INTEGER,               -- posts only
  edited_at     INTEGER,
  deleted       INTEGER NOT NULL,      -- 0 or 1
  sentiment     INTEGER NOT NULL,      -- class: -1 negative, 0 neutral, 1 positive
  compound_e4   INTEGER NOT NULL,      -- 1/10 000
  positive_e3   INTEGER NOT NULL,      -- 1/1000
  negative_e3   INTEGER NOT NULL,
  neutral_e3    INTEGER NOT NULL,
  confidence    REAL NOT NULL,
  scorer_id     INTEGER NOT NULL REFERENCES scorer,
  tool_set_id   INTEGER NOT NULL REFERENCES tool_set,
  post_id       TEXT,                  -- comments only
  parent        TEXT,                  -- comments only
  author        TEXT,
  title         TEXT,                  -- posts only
  url           TEXT,                  -- posts only
  permalink     TEXT NOT NULL,
  body          TEXT NOT NULL          -- last: what does not fit the page overflows without slowing the other columns
) STRICT;

-- Counts, tallies and points read this index alone; lists by age begin in it, and so does what retention deletes.
CREATE INDEX item_by_created ON item (created_utc, kind, deleted, subreddit_id, sentiment, compound_e4, tool_set_id, post_id);
CREATE INDEX item_by_subreddit ON item (subreddit_id, created_utc);
CREATE INDEX post_by_collected ON item (collected_at, fullname) WHERE kind = 0 AND deleted = 0;
CREATE INDEX post_by_subreddit_collected ON item (subreddit_id, collected_at, fullname) WHERE kind = 0 AND deleted = 0;
CREATE INDEX comment_by_post ON item (post_id, created_utc, fullname, sentiment, compound_e4) WHERE kind = 1 AND deleted = 0;

CREATE TABLE rollup (
  hour            INTEGER NOT NULL,    -- hours since 1970-01-01T00:00Z
  dimension       INTEGER NOT NULL,    -- 0 subreddit, 1 tool
  name            TEXT NOT NULL,
  kind            INTEGER NOT NULL,    -- as in item
  positive        INTEGER NOT NULL,
  negative        INTEGER NOT NULL,
  neutral         INTEGER NOT NULL,
  compound_sum_e4 INTEGER NOT NULL,
  square_sum_e8   INTEGER NOT NULL,
  version         INTEGER NOT NULL,    -- the data's version when it last changed; one that has become empty stays to tell of it
  PRIMARY KEY (hour, dimension, name, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX rollup_by_version ON rollup (version);

-- What retention has deleted, by day. Never deleted itself.
CREATE TABLE rollup_day (
  day             INTEGER NOT NULL,    -- days since 1970-01-01
  dimension       INTEGER NOT NULL,    -- the rest as in rollup
  name            TEXT NOT NULL,
  kind            INTEGER NOT NULL,
  positive        INTEGER NOT NULL,
  negative        INTEGER NOT NULL,
  neutral         INTEGER NOT NULL,
  compound_sum_e4 INTEGER NOT NULL,
  square_sum_e8   INTEGER NOT NULL,
  version         INTEGER NOT NULL,
  PRIMARY KEY (day, dimension, name, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX rollup_day_by_version ON rollup_day (version);

-- Items created before it are not stored any more. No row before retention has first run.
CREATE TABLE horizon (
  only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
  before_utc INTEGER NOT NULL
) STRICT;

-- How many rows of each sort item has: counting them takes too long.
CREATE TABLE item_count (
  kind    INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  items   INTEGER NOT NULL,
  PRIMARY KEY (kind, deleted)
) STRICT, WITHOUT ROWID;
INSERT INTO item_count (kind, deleted, items) VALUES (0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 0);

CREATE TABLE lease (
  name     TEXT NOT NULL PRIMARY KEY,
  holder   TEXT NOT NULL,              -- empty: released
  token    INTEGER NOT NULL,           -- grows with each change of the holder
  until_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE data_version (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  version  INTEGER NOT NULL
) STRICT;
INSERT INTO data_version (only_row, version) VALUES (1, 0);

CREATE TABLE cycle (
  cycle_id        TEXT NOT NULL PRIMARY KEY,
  started_at      INTEGER NOT NULL,
  ended_at        INTEGER,             -- null while it runs
  status          TEXT NOT NULL,
  requests        INTEGER NOT NULL,
  limiter_wait_ms INTEGER NOT NULL,
  rss_start_bytes INTEGER NOT NULL,
  rss_end_bytes   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cycle_by_start ON cycle (started_at);
CREATE INDEX cycle_running ON cycle (cycle_id) WHERE status = 'running';
CREATE INDEX cycle_succeeded ON cycle (ended_at) WHERE status IN ('completed', 'partial');

CREATE TABLE cycle_report (
  cycle_id     TEXT NOT NULL REFERENCES cycle,
  subreddit_id INTEGER NOT NULL REFERENCES subreddit,
  fetched      INTEGER NOT NULL,
  stored       INTEGER NOT NULL,
  updated      INTEGER NOT NULL,
  unchanged    INTEGER NOT NULL,
  rejected     INTEGER NOT NULL,
  PRIMARY KEY (cycle_id, subreddit_id),
  CHECK (fetched = stored + updated + unchanged + rejected)
) STRICT, WITHOUT ROWID;

CREATE TABLE cycle_incident (
  cycle_id     TEXT NOT NULL,
  subreddit_id INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  detail       TEXT NOT NULL,
  count        INTEGER NOT NULL,
  PRIMARY KEY (cycle_id, subreddit_id, reason, detail),
  FOREIGN KEY (cycle_id, subreddit_id) REFERENCES cycle_report
) STRICT, WITHOUT ROWID;

CREATE TABLE coverage (
  subreddit_id INTEGER NOT NULL REFERENCES subreddit,
  listing      TEXT NOT NULL,
  from_at      INTEGER NOT NULL,
  until_at     INTEGER NOT NULL,
  newest_at    INTEGER NOT NULL,
  PRIMARY KEY (subreddit_id, listing)
) STRICT, WITHOUT ROWID;

CREATE TABLE gap (
  subreddit_id INTEGER NOT NULL REFERENCES subreddit,
  listing      TEXT NOT NULL,
  from_at      INTEGER NOT NULL,
  to_at        INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  cycle_id     TEXT NOT NULL,
  recorded_at  INTEGER NOT NULL,
  PRIMARY KEY (subreddit_id, listing, from_at, to_at, reason)
) STRICT, WITHOUT ROWID;
CREATE INDEX gap_by_end ON gap (to_at, from_at);

CREATE TABLE topic (
  topic_id        TEXT NOT NULL PRIMARY KEY,
  theme           TEXT NOT NULL,
  velocity        REAL NOT NULL,
  positive        INTEGER NOT NULL,
  negative        INTEGER NOT NULL,
  neutral         INTEGER NOT NULL,
  compound_sum_e4 INTEGER NOT NULL,
  square_sum_e8   INTEGER NOT NULL,
  peak_at         INTEGER NOT NULL,
  created_at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_by_velocity ON topic (velocity DESC, topic_id);

CREATE TABLE topic_post (
  topic_id TEXT NOT NULL REFERENCES topic,
  position INTEGER NOT NULL,
  post_id  TEXT NOT NULL,
  PRIMARY KEY (topic_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic_keyword (
  topic_id TEXT NOT NULL REFERENCES topic,
  position INTEGER NOT NULL,
  keyword  TEXT NOT NULL,
  PRIMARY KEY (topic_id, position)
) STRICT, WITHOUT ROWID;

-- The planner's statistics (https://sqlite.org/fileformat2.html#stat1tab) for 90 days of data, set once instead of sampled: without any it
-- takes "kind = 0" for a rare case and sorts all posts to find the newest. So a plan is the same on an empty store and on a full one.
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('item', 'sqlite_autoindex_item_1', '1400000 1'),
  ('item', 'item_by_created', '1400000 6 2 2 1 1 1 1 1'),
  ('item', 'item_by_subreddit', '1400000 100000 1'),
  ('item', 'post_by_collected', '200000 1 1'),
  ('item', 'post_by_subreddit_collected', '200000 14000 1 1'),
  ('item', 'comment_by_post', '1200000 7 1 1 1 1'),
  ('tool_set', 'sqlite_autoindex_tool_set_1', '1000 1'),
  ('tool_set_member', 'tool_set_member', '3000 3 1'),
  ('tool_set_member', 'tool_set_by_tool', '3000 100 1'),
  ('subreddit', 'sqlite_autoindex_subreddit_1', '14 1'),
  ('rollup', 'rollup', '200000 100 50 2 1'),
  ('rollup', 'rollup_by_version', '200000 40'),
  ('rollup_day', 'rollup_day', '30000 80 40 2 1'),
  ('rollup_day', 'rollup_day_by_version', '30000 20');
ANALYZE sqlite_schema;
