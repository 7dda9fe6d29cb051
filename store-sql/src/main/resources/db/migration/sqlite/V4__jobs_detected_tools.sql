-- Work over all that is stored. Explained in docs/data-model.md.

CREATE TABLE job (
  job_id        TEXT NOT NULL PRIMARY KEY,
  created_at    INTEGER NOT NULL,
  started_at    INTEGER,               -- null while it is queued
  ended_at      INTEGER,               -- null until it has ended
  status        TEXT NOT NULL,
  automatic     INTEGER NOT NULL,      -- 0 or 1
  triggered_by  TEXT NOT NULL,
  reason        TEXT,                  -- of automatic ones
  from_at       INTEGER,
  to_at         INTEGER,
  tool_ids      TEXT,                  -- one a line
  speaking_of   TEXT,
  rescores      INTEGER NOT NULL,      -- 0 or 1
  batch_size    INTEGER NOT NULL,
  total         INTEGER NOT NULL,
  processed     INTEGER NOT NULL,
  next_cursor   TEXT,                  -- where it goes on
  last_item     TEXT,
  remaining_s   INTEGER,
  categorized   INTEGER NOT NULL,
  uncategorized INTEGER NOT NULL,
  errors        INTEGER NOT NULL,
  changed       INTEGER NOT NULL,
  changed_class INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX job_by_creation ON job (created_at, job_id);

-- Items that speak of each tool.
CREATE TABLE job_tool (
  job_id  TEXT NOT NULL REFERENCES job,
  tool_id TEXT NOT NULL,
  items   INTEGER NOT NULL,
  PRIMARY KEY (job_id, tool_id)
) STRICT, WITHOUT ROWID;

-- The first ones.
CREATE TABLE job_error (
  job_id   TEXT NOT NULL REFERENCES job,
  position INTEGER NOT NULL,
  item     TEXT NOT NULL,
  error    TEXT NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (job_id, position)
) STRICT, WITHOUT ROWID;

-- Names that are spoken of like tools.
CREATE TABLE detected_tool (
  tool_id        TEXT NOT NULL PRIMARY KEY,
  name           TEXT NOT NULL,
  status         TEXT NOT NULL,        -- pending, approved, rejected
  mentions       INTEGER NOT NULL,
  threshold      INTEGER NOT NULL,
  first_detected INTEGER NOT NULL,     -- milliseconds
  decided_by     TEXT,
  decided_at     INTEGER
) STRICT, WITHOUT ROWID;

-- Its spellings, and some of the items that name it.
CREATE TABLE detected_tool_part (
  tool_id  TEXT NOT NULL REFERENCES detected_tool,
  sample   INTEGER NOT NULL,           -- 0 a spelling, 1 the fullname of an item
  position INTEGER NOT NULL,
  value    TEXT NOT NULL,
  PRIMARY KEY (tool_id, sample, position)
) STRICT, WITHOUT ROWID;
