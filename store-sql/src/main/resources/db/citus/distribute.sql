-- Run once, in one transaction, when STORE_URL says citus=true (see Citus.java).
-- A write looks at the items of many shards and then may add a name or a set of tools: with these keys Citus would refuse the second after the
-- first, even with one between two reference tables (citusdata/citus#6729). Names and sets are never deleted, so nothing is lost with the keys.
ALTER TABLE item DROP CONSTRAINT item_subreddit_id_fkey;
ALTER TABLE item DROP CONSTRAINT item_scorer_id_fkey;
ALTER TABLE item DROP CONSTRAINT item_tool_set_id_fkey;
ALTER TABLE tool_set_member DROP CONSTRAINT tool_set_member_tool_set_id_fkey;

-- What items are joined with: a copy on each node.
SELECT create_reference_table('tool_set');
SELECT create_reference_table('tool_set_member');
SELECT create_reference_table('retag_set');

-- By what an item is looked up, and by what the two are joined. All else stays on the coordinator: it is small, or each write locks it.
SELECT create_distributed_table('item', 'fullname');
SELECT create_distributed_table('retagged', 'fullname', colocate_with => 'item');
