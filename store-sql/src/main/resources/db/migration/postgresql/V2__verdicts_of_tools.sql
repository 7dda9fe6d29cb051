-- What items of a set say of one of its tools, where it is not what they say on the whole: a class and a score, as in item. So an item's
-- verdicts cost it nothing: they are a part of its set, which every index that tallies read already holds.
-- item.sentiment may be 2 from now on: written by a bot, counted nowhere.
ALTER TABLE tool_set_member ADD COLUMN verdict SMALLINT;
ALTER TABLE tool_set_member ADD COLUMN verdict_e4 INTEGER;

-- How many items there are that bots wrote: "deleted" 2 stands for them here.
INSERT INTO item_count (kind, deleted, items) VALUES (0, 2, 0), (1, 2, 0);
