package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.ToolVerdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The items of one hour without their text, as columns sorted by creation: about ten bytes an item. What a window that begins or ends
 * within the hour takes of it is found by binary search and counted. Immutable.
 */
final class HourPoints {
    private final short[] seconds;
    /** −1, 0 or 1. */
    private final byte[] signs;
    private final short[] compounds;
    private final short[] groupOf;
    private final List<Group> groups;

    /** What items are told apart by; an hour has few different ones. */
    record Group(String subredditKey, Mentions mentions) {
        static Group of(String subreddit, Mentions mentions) {
            return new Group(SubredditName.key(subreddit), mentions);
        }
    }

    /** An item on its way in: the second of the hour it was created in. */
    record Point(int second, Sentiment sentiment, int compoundE4, int group) {}

    /**
     * The points of an hour.
     *
     * @param sorted by second
     * @param groups those that points refer to by their position
     */
    HourPoints(List<Point> sorted, List<Group> groups) {
        this.groups = List.copyOf(groups);
        int size = sorted.size();
        seconds = new short[size];
        signs = new byte[size];
        compounds = new short[size];
        groupOf = new short[size];
        for (int i = 0; i < size; i++) {
            Point point = sorted.get(i);
            seconds[i] = (short) point.second();
            signs[i] = sign(point.sentiment());
            compounds[i] = (short) point.compoundE4();
            groupOf[i] = (short) point.group();
        }
    }

    int size() {
        return seconds.length;
    }

    /**
     * The tally of the items created from one second of the hour up to but not including another.
     *
     * @param name the subreddit in any case, or the id of the tool; null for all
     */
    Tally tally(Dimension dimension, @Nullable String name, int from, int to) {
        boolean[] counted = counted(dimension, name);
        @Nullable
        ToolVerdict[] verdicts = verdicts(dimension, name);
        long[] counts = new long[3];
        long sum = 0;
        long squares = 0;
        int end = firstAt(to);
        for (int i = firstAt(from); i < end; i++) {
            int group = groupOf[i] & 0xFFFF;
            if (counted[group]) {
                ToolVerdict verdict = verdicts.length == 0 ? null : verdicts[group];
                int compound = verdict == null ? compounds[i] : verdict.compoundE4();
                counts[(verdict == null ? signs[i] : sign(verdict.sentiment())) + 1]++;
                sum += compound;
                squares += (long) compound * compound;
            }
        }
        return new Tally(counts[2], counts[0], counts[1], sum, squares);
    }

    private static byte sign(Sentiment sentiment) {
        return switch (sentiment) {
            case NEGATIVE -> -1;
            case NEUTRAL -> 0;
            case POSITIVE -> 1;
        };
    }

    private boolean[] counted(Dimension dimension, @Nullable String name) {
        boolean[] counted = new boolean[groups.size()];
        if (name == null) {
            Arrays.fill(counted, true);
            return counted;
        }
        // Once, not for each of some hundred groups: comparing without regard to case was a fifth of a request for statistics.
        String key = dimension == Dimension.SUBREDDIT ? SubredditName.key(name) : name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < counted.length; i++) {
            Group group = groups.get(i);
            counted[i] = switch (dimension) {
                case SUBREDDIT -> group.subredditKey().equals(key);
                case TOOL -> group.mentions().toolIds().contains(key);
                case METHOD, BOT, FOREIGN -> throw new IllegalArgumentException(dimension + " is known by hours only");
            };
        }
        return counted;
    }

    /** By group, what its items say of a tool where it is not what they say on the whole; of length 0 if none does. */
    private @Nullable ToolVerdict[] verdicts(Dimension dimension, @Nullable String name) {
        @Nullable
        ToolVerdict[] verdicts = {};
        if (dimension == Dimension.TOOL && name != null) {
            String key = name.toLowerCase(Locale.ROOT);
            for (int i = 0; i < groups.size(); i++) {
                ToolVerdict verdict = groups.get(i).mentions().verdicts().get(key);
                if (verdict != null) {
                    verdicts = verdicts.length == 0 ? new ToolVerdict[groups.size()] : verdicts;
                    verdicts[i] = verdict;
                }
            }
        }
        return verdicts;
    }

    /** Position of the first point at or after that second. */
    private int firstAt(int second) {
        int low = 0;
        int high = seconds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds[middle] < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
