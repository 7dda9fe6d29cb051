-- The same tables as in SQLite (../sqlite), whose comments hold here too.

-- Grows by one with each change of what follows; 0 until something is put in.
CREATE TABLE catalogue (
  only_row SMALLINT PRIMARY KEY CHECK (only_row = 1),
  version  BIGINT NOT NULL
);
INSERT INTO catalogue (only_row, version) VALUES (1, 0);

CREATE TABLE tool (
  tool_id           TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  name              TEXT COLLATE "C" NOT NULL,
  vendor            TEXT COLLATE "C" NOT NULL,
  kind              TEXT COLLATE "C" NOT NULL,
  categories        TEXT COLLATE "C" NOT NULL,
  aliases           TEXT COLLATE "C" NOT NULL,
  ambiguous_aliases TEXT COLLATE "C" NOT NULL,
  telling_words     TEXT COLLATE "C" NOT NULL,
  exclusions        TEXT COLLATE "C" NOT NULL,
  home_subreddits   TEXT COLLATE "C" NOT NULL,
  status            TEXT COLLATE "C" NOT NULL,
  description       TEXT COLLATE "C" NOT NULL,
  merged_into       TEXT COLLATE "C",
  created_at        BIGINT NOT NULL,
  created_by        TEXT COLLATE "C" NOT NULL,
  updated_at        BIGINT NOT NULL,
  updated_by        TEXT COLLATE "C" NOT NULL,
  revision          BIGINT NOT NULL
);

CREATE TABLE tool_metadata (
  tool_id TEXT COLLATE "C" NOT NULL REFERENCES tool,
  name    TEXT COLLATE "C" NOT NULL,
  value   TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (tool_id, name)
);

CREATE TABLE tool_link (
  alias_tool_id   TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES tool,
  primary_tool_id TEXT COLLATE "C" NOT NULL REFERENCES tool,
  link_id         TEXT COLLATE "C" NOT NULL,
  created_at      BIGINT NOT NULL,
  created_by      TEXT COLLATE "C" NOT NULL,
  version         BIGINT NOT NULL
);

CREATE TABLE collected_subreddit (
  name_key   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  name       TEXT COLLATE "C" NOT NULL,
  state      TEXT COLLATE "C" NOT NULL,
  added_at   BIGINT NOT NULL,
  added_by   TEXT COLLATE "C" NOT NULL,
  updated_at BIGINT NOT NULL,
  updated_by TEXT COLLATE "C" NOT NULL
);

-- Records of changes outlive what they are about.
CREATE TABLE audit (
  version      BIGINT NOT NULL,
  position     INTEGER NOT NULL,
  audit_id     TEXT COLLATE "C" NOT NULL UNIQUE,
  at           BIGINT NOT NULL,
  admin_id     TEXT COLLATE "C" NOT NULL,
  action       TEXT COLLATE "C" NOT NULL,
  subject_id   TEXT COLLATE "C" NOT NULL,
  subject_name TEXT COLLATE "C" NOT NULL,
  before_state TEXT COLLATE "C",
  after_state  TEXT COLLATE "C",
  metadata     TEXT COLLATE "C" NOT NULL,
  ip_address   TEXT COLLATE "C" NOT NULL,
  user_agent   TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (version, position)
);
CREATE INDEX audit_by_subject ON audit (subject_id, version);

CREATE TABLE tool_merge (
  merge_id          TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  version           BIGINT NOT NULL,
  target_id         TEXT COLLATE "C" NOT NULL,
  merged_at         BIGINT NOT NULL,
  merged_by         TEXT COLLATE "C" NOT NULL,
  categories_before TEXT COLLATE "C" NOT NULL,
  categories_after  TEXT COLLATE "C" NOT NULL,
  vendor_before     TEXT COLLATE "C" NOT NULL,
  vendor_after      TEXT COLLATE "C" NOT NULL,
  notes             TEXT COLLATE "C" NOT NULL,
  scanned           BIGINT NOT NULL,
  updated           BIGINT NOT NULL,
  replacements      BIGINT NOT NULL
);
CREATE INDEX merge_by_target ON tool_merge (target_id, version);

CREATE TABLE tool_merge_source (
  merge_id   TEXT COLLATE "C" NOT NULL REFERENCES tool_merge,
  position   INTEGER NOT NULL,
  tool_id    TEXT COLLATE "C" NOT NULL,
  name       TEXT COLLATE "C" NOT NULL,
  vendor     TEXT COLLATE "C" NOT NULL,
  categories TEXT COLLATE "C" NOT NULL,
  mentions   BIGINT NOT NULL,
  PRIMARY KEY (merge_id, position)
);

-- Which items a change gave other tools, so that it can be taken back.
CREATE TABLE retagged (
  version    BIGINT NOT NULL,
  step       INTEGER NOT NULL,
  fullname   TEXT COLLATE "C" NOT NULL,
  set_before BIGINT NOT NULL,
  set_after  BIGINT NOT NULL,
  PRIMARY KEY (version, step, fullname)
);

-- Of the change under way: empty after it.
CREATE TABLE retag_set (
  set_before BIGINT NOT NULL PRIMARY KEY,
  set_after  BIGINT NOT NULL
);
