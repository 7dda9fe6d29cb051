-- Work over all that is stored. Explained in docs/data-model.md.

CREATE TABLE job (
  job_id        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  created_at    BIGINT NOT NULL,
  started_at    BIGINT,                -- null while it is queued
  ended_at      BIGINT,                -- null until it has ended
  status        TEXT COLLATE "C" NOT NULL,
  automatic     SMALLINT NOT NULL,     -- 0 or 1
  triggered_by  TEXT COLLATE "C" NOT NULL,
  reason        TEXT COLLATE "C",      -- of automatic ones
  from_at       BIGINT,
  to_at         BIGINT,
  tool_ids      TEXT COLLATE "C",      -- one a line
  speaking_of   TEXT COLLATE "C",
  rescores      SMALLINT NOT NULL,     -- 0 or 1
  batch_size    INTEGER NOT NULL,
  total         BIGINT NOT NULL,
  processed     BIGINT NOT NULL,
  next_cursor   TEXT COLLATE "C",      -- where it goes on
  last_item     TEXT COLLATE "C",
  remaining_s   BIGINT,
  categorized   BIGINT NOT NULL,
  uncategorized BIGINT NOT NULL,
  errors        BIGINT NOT NULL,
  changed       BIGINT NOT NULL,
  changed_class BIGINT NOT NULL
);
CREATE INDEX job_by_creation ON job (created_at, job_id);

-- Items that speak of each tool.
CREATE TABLE job_tool (
  job_id  TEXT COLLATE "C" NOT NULL REFERENCES job,
  tool_id TEXT COLLATE "C" NOT NULL,
  items   BIGINT NOT NULL,
  PRIMARY KEY (job_id, tool_id)
);

-- The first ones.
CREATE TABLE job_error (
  job_id   TEXT COLLATE "C" NOT NULL REFERENCES job,
  position INTEGER NOT NULL,
  item     TEXT COLLATE "C" NOT NULL,
  error    TEXT COLLATE "C" NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (job_id, position)
);

-- Names that are spoken of like tools.
CREATE TABLE detected_tool (
  tool_id        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  name           TEXT COLLATE "C" NOT NULL,
  status         TEXT COLLATE "C" NOT NULL,   -- pending, approved, rejected
  mentions       BIGINT NOT NULL,
  threshold      INTEGER NOT NULL,
  first_detected BIGINT NOT NULL,             -- milliseconds
  decided_by     TEXT COLLATE "C",
  decided_at     BIGINT
);

-- Its spellings, and some of the items that name it.
CREATE TABLE detected_tool_part (
  tool_id  TEXT COLLATE "C" NOT NULL REFERENCES detected_tool,
  sample   SMALLINT NOT NULL,                 -- 0 a spelling, 1 the fullname of an item
  position INTEGER NOT NULL,
  value    TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (tool_id, sample, position)
);
