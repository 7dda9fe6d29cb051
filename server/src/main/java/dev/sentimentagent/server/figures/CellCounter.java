package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.ToolVerdict;
import dev.sentimentagent.model.Window;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the items of a window, their threads and their authors, for all {@link Cells} at once: each item in its subreddit, and once more for
 * each tool that it speaks of. The whole of a tool is the sum of its subreddits, since no thread stands in two. Not thread-safe; may be used
 * again and again.
 */
final class CellCounter {
    /** So many sightings at once fill tables of a few megabytes; where there are more, all are looked at again for each such part. */
    private static final int AT_ONCE = 60_000;
    private static final int SPREAD = 0x9E37_79B9;
    private static final int UPPER = 16;
    /** Column of all items, whatever they speak of; those of the tools follow. */
    private static final int ALL = 0;

    private final ClusterSums threads = new ClusterSums();
    private final DistinctAuthors inSubreddits = new DistinctAuthors();
    private final DistinctAuthors inColumns = new DistinctAuthors();

    /** A window that is being counted; its tables are those of the counter. */
    private final class Count {
        private final VoiceGroups.Known known;
        private final int subreddits;
        private final int columns;
        private final int groups;
        /** By group and tool, what its items count as; null where it is what they say on the whole. */
        private final @Nullable ToolVerdict[] @Nullable [] verdicts;
        /** By place: column after column, each with its subreddits and then the whole. */
        private final Tally[] tallies;
        private final @Nullable ThreadEffects[] effects;
        private int parts;

        Count(Voices voices, Window window) {
            known = voices.groups().known();
            groups = known.groups().size();
            subreddits = known.subreddits().size();
            columns = 1 + known.tools().size();
            verdicts = verdicts(known);
            tallies = new Tally[columns * (subreddits + 1)];
            effects = new ThreadEffects[tallies.length];
            tally(voices, window);
        }

        private static @Nullable ToolVerdict[] @Nullable [] verdicts(VoiceGroups.Known known) {
            List<String> tools = known.tools();
            @Nullable
            ToolVerdict[] @Nullable [] verdicts = new ToolVerdict[known.groups().size()][];
            for (int group = 0; group < verdicts.length; group++) {
                Map<String, ToolVerdict> byTool = known.groups().get(group).mentions().verdicts();
                if (!byTool.isEmpty()) {
                    verdicts[group] = Arrays.stream(known.tools(group)).mapToObj(tool -> byTool.get(tools.get(tool)))
                            .toArray(ToolVerdict[]::new);
                }
            }
            return verdicts;
        }

        private int place(int column, int subreddit) {
            return column * (subreddits + 1) + subreddit;
        }

        private void tally(Voices voices, Window window) {
            Arrays.fill(tallies, Tally.ZERO);
            Sums[] sums = Sums.of(groups);
            voices.each(window, group -> group < groups, (group, sign, compound, _, _) -> sums[group].take(sign, compound));
            long sightings = 0;
            for (int group = 0; group < groups; group++) {
                Tally tally = sums[group].tally();
                if (tally.total() > 0) {
                    int subreddit = known.subreddit(group);
                    int[] tools = known.tools(group);
                    add(ALL, subreddit, tally);
                    for (int i = 0; i < tools.length; i++) {
                        ToolVerdict verdict = verdict(group, i);
                        add(1 + tools[i], subreddit, verdict == null ? tally : Tally.of(verdict).times(tally.total()));
                    }
                    sightings += tally.total() * (1 + tools.length);
                }
            }
            for (int i = 0; i < tallies.length; i++) {
                effects[i] = tallies[i].total() == 0 ? null : new ThreadEffects(tallies[i]);
            }
            parts = Integer.highestOneBit(1 + Math.toIntExact(sightings / AT_ONCE));
        }

        private void add(int column, int subreddit, Tally tally) {
            tallies[place(column, subreddit)] = tallies[place(column, subreddit)].plus(tally);
            tallies[place(column, subreddits)] = tallies[place(column, subreddits)].plus(tally);
        }

        private @Nullable ToolVerdict verdict(int group, int tool) {
            @Nullable
            ToolVerdict[] ofGroup = verdicts[group];
            return ofGroup == null ? null : ofGroup[tool];
        }

        void run(Voices voices, Window window) {
            inSubreddits.reset(tallies.length);
            inColumns.reset(columns);
            for (int part = 0; part < parts; part++) {
                threads.clear();
                inSubreddits.clear();
                inColumns.clear();
                int here = part;
                voices.each(window, group -> group < groups, (group, sign, compound, thread, author) -> {
                    if (part(thread) == here) {
                        takeThread(group, sign, compound, thread);
                    }
                    if (part(author) == here && author != HourVoices.NOBODY) {
                        takeAuthor(group, author);
                    }
                });
                threads.each(this::takeCluster);
            }
        }

        /** By the upper bits of a product: the numbers of threads, which are dealt out in turn with others, may have lower bits in common. */
        private int part(int number) {
            return ((number * SPREAD) >>> UPPER) & (parts - 1);
        }

        private void takeThread(int group, int sign, int compound, int thread) {
            int subreddit = known.subreddit(group);
            threads.add(place(ALL, subreddit), thread, sign, compound);
            int[] tools = known.tools(group);
            for (int i = 0; i < tools.length; i++) {
                ToolVerdict verdict = verdict(group, i);
                int place = place(1 + tools[i], subreddit);
                if (verdict == null) {
                    threads.add(place, thread, sign, compound);
                } else {
                    threads.add(place, thread, HourVoices.sign(verdict.sentiment()), verdict.compoundE4());
                }
            }
        }

        private void takeAuthor(int group, int author) {
            int subreddit = known.subreddit(group);
            takeAuthor(ALL, subreddit, author);
            for (int tool : known.tools(group)) {
                takeAuthor(1 + tool, subreddit, author);
            }
        }

        private void takeAuthor(int column, int subreddit, int author) {
            if (inSubreddits.add(place(column, subreddit), author)) {
                inColumns.add(column, author);
            }
        }

        private void takeCluster(int place, int items, long score, int up, int down) {
            add(place, items, score, up, down);
            add(place - place % (subreddits + 1) + subreddits, items, score, up, down);
        }

        private void add(int place, int items, long score, int up, int down) {
            ThreadEffects effect = effects[place];
            if (effect != null) {
                effect.add(items, score, up, down);
            }
        }

        Cells cells(boolean whole) {
            List<String> subredditNames = known.subreddits();
            List<String> tools = known.tools();
            Map<Cells.Place, Clustering> clusterings = new HashMap<>();
            for (int column = 0; column < columns; column++) {
                for (int subreddit = 0; subreddit <= subreddits; subreddit++) {
                    ThreadEffects effect = effects[place(column, subreddit)];
                    if (effect != null) {
                        boolean all = subreddit == subreddits;
                        Clustering clustering = effect.clustering();
                        int authors = all ? inColumns.count(column) : inSubreddits.count(place(column, subreddit));
                        clusterings.put(
                                new Cells.Place(all ? null : subredditNames.get(subreddit), column == ALL ? null : tools.get(column - 1)),
                                whole ? clustering.with(authors) : clustering.ofOthers());
                    }
                }
            }
            Clustering none = new ThreadEffects(Tally.ZERO).clustering();
            return new Cells(clusterings, whole ? none.with(0) : none.ofOthers());
        }
    }

    /**
     * Counts what is in memory of a window.
     *
     * @param whole whether that is all of it
     */
    Cells count(Voices voices, Window window, boolean whole) {
        Count count = new Count(voices, window);
        count.run(voices, window);
        return count.cells(whole);
    }
}
