package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Tally;
import java.util.Arrays;

/**
 * Tallies by hour, for one name and one kind of item: five numbers an hour, side by side in one array. Not thread-safe.
 *
 * <p>Hours are counted from 1970. The array grows as hours are added and covers no more than lies between the first and the last.
 */
final class HourSeries {
    private static final int WIDTH = 5;
    private static final int SPARE_HOURS = 64;
    private static final int FORGOTTEN_TOGETHER = 168;

    private long firstHour;
    private int hours;
    private long[] cells = new long[0];

    void put(long hour, Tally tally) {
        cover(hour);
        int at = (int) (hour - firstHour) * WIDTH;
        cells[at] = tally.positive();
        cells[at + 1] = tally.negative();
        cells[at + 2] = tally.neutral();
        cells[at + 3] = tally.compoundSumE4();
        cells[at + 4] = tally.squareSumE8();
    }

    /** Lets go of the hours before {@code first}, once there are so many of them that it is worth while. */
    void forget(long first) {
        int old = (int) Math.min(hours, Math.max(0, first - firstHour));
        if (old > FORGOTTEN_TOGETHER) {
            cells = Arrays.copyOfRange(cells, old * WIDTH, hours * WIDTH);
            firstHour += old;
            hours -= old;
        }
    }

    /** Adds the hours from {@code from} up to but not including {@code to} onto the five sums. */
    void sum(long from, long to, long[] sums) {
        int start = (int) Math.max(0, from - firstHour) * WIDTH;
        int end = (int) Math.min(hours, Math.max(0, to - firstHour)) * WIDTH;
        for (int at = start; at < end; at += WIDTH) {
            sums[0] += cells[at];
            sums[1] += cells[at + 1];
            sums[2] += cells[at + 2];
            sums[3] += cells[at + 3];
            sums[4] += cells[at + 4];
        }
    }

    private void cover(long hour) {
        if (hours == 0) {
            firstHour = hour;
        }
        if (hour < firstHour) {
            int more = Math.toIntExact(firstHour - hour);
            long[] wider = new long[cells.length + more * WIDTH];
            System.arraycopy(cells, 0, wider, more * WIDTH, hours * WIDTH);
            cells = wider;
            firstHour = hour;
            hours += more;
        }
        int needed = Math.toIntExact(hour - firstHour + 1);
        if (needed * WIDTH > cells.length) {
            cells = Arrays.copyOf(cells, (needed + SPARE_HOURS) * WIDTH);
        }
        hours = Math.max(hours, needed);
    }
}
