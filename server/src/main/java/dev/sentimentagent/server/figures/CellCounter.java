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
    /** So many items at once take 4 MB; where there are more, all are looked at again for each such part. */
    private static final int AT_ONCE = 1 << 18;
    private static final int SPREAD = 0x9E37_79B9;
    private static final int UPPER = 16;
    /** Column of all items, whatever they speak of; those of the tools follow. */
    private static final int ALL = 0;

    private final Shard shard = new Shard();
    private final int atOnce;

    CellCounter() {
        this(AT_ONCE);
    }

    /** @param atOnce how many items are looked at together */
    CellCounter(int atOnce) {
        this.atOnce = atOnce;
    }

    /** A window that is being counted. */
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
        private final ThreadSums thread;
        private final int[] authors;
        /** By place and by column, the author who was seen there last, in the order of authors. */
        private final int[] lastAuthor;
        private final int[] lastAuthorInColumn;
        private int author;
        private int parts;

        Count(Voices voices, Window window) {
            known = voices.groups().known();
            groups = known.groups().size();
            subreddits = known.subreddits().size();
            columns = 1 + known.tools().size();
            verdicts = verdicts(known);
            tallies = new Tally[columns * (subreddits + 1)];
            effects = new ThreadEffects[tallies.length];
            thread = new ThreadSums(tallies.length);
            authors = new int[tallies.length];
            lastAuthor = new int[tallies.length];
            lastAuthorInColumn = new int[columns];
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
            long items = 0;
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
                    items += tally.total();
                }
            }
            for (int i = 0; i < tallies.length; i++) {
                effects[i] = tallies[i].total() == 0 ? null : new ThreadEffects(tallies[i]);
            }
            parts = Integer.highestOneBit(Math.max(1, Math.toIntExact(2 * items / atOnce)));
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
            for (int part = 0; part < parts; part++) {
                shard.clear();
                int here = part;
                voices.each(window, group -> group < groups, (group, sign, compound, thread, author) -> {
                    if (part(thread) == here) {
                        shard.addToThread(thread, group, sign, compound);
                    }
                    if (part(author) == here && author != HourVoices.NOBODY) {
                        shard.addToAuthor(author, group);
                    }
                });
                shard.sort();
                countThreads();
                countAuthors();
            }
        }

        /** By the upper bits of a product: the numbers of threads, which are dealt out in turn with others, may have lower bits in common. */
        private int part(int number) {
            return ((number * SPREAD) >>> UPPER) & (parts - 1);
        }

        private void countThreads() {
            for (int item = 0; item < shard.items(); item++) {
                if (shard.beginsThread(item)) {
                    thread.flush(this::takeThread);
                }
                int group = shard.group(item);
                int sign = shard.sign(item);
                int compound = shard.compoundE4(item);
                int subreddit = known.subreddit(group);
                thread.add(place(ALL, subreddit), sign, compound);
                int[] tools = known.tools(group);
                for (int i = 0; i < tools.length; i++) {
                    ToolVerdict verdict = verdict(group, i);
                    int place = place(1 + tools[i], subreddit);
                    if (verdict == null) {
                        thread.add(place, sign, compound);
                    } else {
                        thread.add(place, HourVoices.sign(verdict.sentiment()), verdict.compoundE4());
                    }
                }
            }
            thread.flush(this::takeThread);
        }

        private void countAuthors() {
            for (int item = 0; item < shard.authored(); item++) {
                if (shard.beginsAuthor(item)) {
                    author++;
                }
                int group = shard.groupByAuthor(item);
                int subreddit = known.subreddit(group);
                takeAuthor(ALL, subreddit);
                for (int tool : known.tools(group)) {
                    takeAuthor(1 + tool, subreddit);
                }
            }
        }

        private void takeAuthor(int column, int subreddit) {
            int place = place(column, subreddit);
            if (lastAuthor[place] != author) {
                lastAuthor[place] = author;
                authors[place]++;
                if (lastAuthorInColumn[column] != author) {
                    lastAuthorInColumn[column] = author;
                    authors[place(column, subreddits)]++;
                }
            }
        }

        private void takeThread(int place, int items, long score, int up, int down) {
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
                        clusterings.put(
                                new Cells.Place(all ? null : subredditNames.get(subreddit), column == ALL ? null : tools.get(column - 1)),
                                whole ? clustering.with(authors[place(column, subreddit)]) : clustering.ofOthers());
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
