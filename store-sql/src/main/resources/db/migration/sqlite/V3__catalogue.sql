-- Lists of words are stored one a line. Explained in docs/data-model.md.

-- Grows by one with each change of what follows; 0 until something is put in.
CREATE TABLE catalogue (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  version  INTEGER NOT NULL
) STRICT;
INSERT INTO catalogue (only_row, version) VALUES (1, 0);

CREATE TABLE tool (
  tool_id           TEXT NOT NULL PRIMARY KEY,
  name              TEXT NOT NULL,
  vendor            TEXT NOT NULL,
  kind              TEXT NOT NULL,     -- of our own; the contract's categories are a list
  categories        TEXT NOT NULL,
  aliases           TEXT NOT NULL,
  ambiguous_aliases TEXT NOT NULL,
  telling_words     TEXT NOT NULL,
  exclusions        TEXT NOT NULL,
  home_subreddits   TEXT NOT NULL,
  status            TEXT NOT NULL,     -- ACTIVE or ARCHIVED
  description       TEXT NOT NULL,
  merged_into       TEXT,
  created_at        INTEGER NOT NULL,
  created_by        TEXT NOT NULL,
  updated_at        INTEGER NOT NULL,
  updated_by        TEXT NOT NULL,
  revision          INTEGER NOT NULL   -- the catalogue's version that changed it last
) STRICT, WITHOUT ROWID;

CREATE TABLE tool_metadata (
  tool_id TEXT NOT NULL REFERENCES tool,
  name    TEXT NOT NULL,
  value   TEXT NOT NULL,
  PRIMARY KEY (tool_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE tool_link (
  alias_tool_id   TEXT NOT NULL PRIMARY KEY REFERENCES tool,
  primary_tool_id TEXT NOT NULL REFERENCES tool,
  link_id         TEXT NOT NULL,
  created_at      INTEGER NOT NULL,
  created_by      TEXT NOT NULL,
  version         INTEGER NOT NULL     -- the catalogue's that made it
) STRICT, WITHOUT ROWID;

CREATE TABLE collected_subreddit (
  name_key   TEXT NOT NULL PRIMARY KEY, -- lower case
  name       TEXT NOT NULL,
  state      TEXT NOT NULL,             -- ACTIVE, PAUSED or REMOVED
  added_at   INTEGER NOT NULL,
  added_by   TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Records of changes outlive what they are about.
CREATE TABLE audit (
  version      INTEGER NOT NULL,       -- the catalogue's that the change made
  position     INTEGER NOT NULL,
  audit_id     TEXT NOT NULL UNIQUE,
  at           INTEGER NOT NULL,
  admin_id     TEXT NOT NULL,
  action       TEXT NOT NULL,
  subject_id   TEXT NOT NULL,
  subject_name TEXT NOT NULL,
  before_state TEXT,                   -- JSON, as is the next and metadata
  after_state  TEXT,
  metadata     TEXT NOT NULL,
  ip_address   TEXT NOT NULL,
  user_agent   TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_by_subject ON audit (subject_id, version);

CREATE TABLE tool_merge (
  merge_id          TEXT NOT NULL PRIMARY KEY,
  version           INTEGER NOT NULL,
  target_id         TEXT NOT NULL,
  merged_at         INTEGER NOT NULL,
  merged_by         TEXT NOT NULL,
  categories_before TEXT NOT NULL,
  categories_after  TEXT NOT NULL,
  vendor_before     TEXT NOT NULL,
  vendor_after      TEXT NOT NULL,
  notes             TEXT NOT NULL,
  scanned           INTEGER NOT NULL,
  updated           INTEGER NOT NULL,
  replacements      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX merge_by_target ON tool_merge (target_id, version);

CREATE TABLE tool_merge_source (
  merge_id   TEXT NOT NULL REFERENCES tool_merge,
  position   INTEGER NOT NULL,
  tool_id    TEXT NOT NULL,
  name       TEXT NOT NULL,
  vendor     TEXT NOT NULL,
  categories TEXT NOT NULL,
  mentions   INTEGER NOT NULL,
  PRIMARY KEY (merge_id, position)
) STRICT, WITHOUT ROWID;

-- Which items a change gave other tools, so that it can be taken back.
CREATE TABLE retagged (
  version    INTEGER NOT NULL,
  step       INTEGER NOT NULL,
  fullname   TEXT NOT NULL,
  set_before INTEGER NOT NULL,
  set_after  INTEGER NOT NULL,
  PRIMARY KEY (version, step, fullname)
) STRICT, WITHOUT ROWID;

-- Of the change under way: empty after it.
CREATE TABLE retag_set (
  set_before INTEGER NOT NULL PRIMARY KEY,
  set_after  INTEGER NOT NULL
) STRICT;
