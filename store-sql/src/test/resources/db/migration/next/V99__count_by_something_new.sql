-- What a later version might do. It waits until the test says so, and fails if somebody could write beside it.
SELECT pg_advisory_xact_lock(99);
DO $$
BEGIN
  ASSERT (SELECT count(*) FROM pg_locks
          WHERE relation = 'data_version'::regclass AND mode = 'ExclusiveLock' AND granted AND pid <> pg_backend_pid()) = 1;
END
$$;
ALTER TABLE item ADD COLUMN mood smallint NOT NULL DEFAULT 0;
INSERT INTO rollup (hour, dimension, name, kind, positive, negative, neutral, compound_sum_e4, square_sum_e8, version)
SELECT hour, 77, name, 9, positive, negative, neutral, compound_sum_e4, square_sum_e8, version + 1 FROM rollup WHERE dimension = 0;
