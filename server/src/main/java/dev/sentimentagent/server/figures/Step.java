package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * One step of a series.
 *
 * @param window cut off where the series' own window begins and ends
 * @param mean with the band around it; of nothing where there are no items: draw a gap
 * @param collected false if nothing was collected of this span: its counts are unknown then, not zero
 * @param partial whether the window cuts it off, so that its volume is less than that of a whole step
 * @param apart whether another method has scored it than the step before it: their means do not compare
 */
public record Step(Window window, Tally tally, Mean mean, boolean collected, boolean partial, boolean apart) {
    public Step(Window window, Tally tally, Mean mean, boolean collected, boolean partial) {
        this(window, tally, mean, collected, partial, false);
    }

    /**
     * Whether its mean is worth a point on a line: an hour or two of a day say little of it.
     *
     * @param whole length of a step that the window does not cut
     */
    public boolean shown(Duration whole) {
        return tally.total() > 0 && (!partial || (!mean.tooFew() && window.length().multipliedBy(2).compareTo(whole) >= 0));
    }

    /** Whether they say enough together for a line at all. */
    public static boolean enough(List<Step> steps) {
        return steps.stream().mapToLong(step -> step.tally.total()).sum() >= Mean.ENOUGH;
    }

    /** Length of a step that the window does not cut: of the longest. */
    public static Duration whole(List<Step> steps) {
        return steps.stream().map(step -> step.window.length()).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
