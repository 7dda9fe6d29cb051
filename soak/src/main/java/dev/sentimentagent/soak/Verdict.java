package dev.sentimentagent.soak;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a soak must show, and whether it did.
 *
 * @param what that must hold
 * @param holds whether it does; also true where it was not judged
 * @param judged whether the soak was long enough to tell
 * @param figures by which it was judged
 */
record Verdict(String what, boolean holds, boolean judged, String figures) {
    /** Megabytes that the resident set may grow in an hour of the service's clock. */
    static final double MOST_GROWTH = 1;
    static final String NO_SLOPE = "not judged: no process ran for more than a simulated day";

    private Verdict(String what, boolean holds, String figures) {
        this(what, holds, true, figures);
    }

    static List<Verdict> on(Soak.Outcome outcome, SoakSettings settings) {
        Observations seen = outcome.seen();
        StoreAudit.Result audit = outcome.audit();
        Counts counts = seen.cycles.counts();
        List<String> wrong = seen.cycles.wrong();
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(
                new Verdict("in every cycle fetched = stored + updated + unchanged + rejected", wrong.isEmpty() && counts.addUp(),
                        wrong.isEmpty() ? counts.toString() : "not in " + wrong));
        verdicts.add(
                new Verdict("nothing is lost but what recorded gaps say", audit.lost() == 0,
                        audit.lost() + " lost " + audit.lostExamples()));
        verdicts.add(
                new Verdict("every item is stored once", counts.stored() == audit.stored(),
                        "the cycles stored " + counts.stored() + ", the store has " + audit.stored()));
        verdicts.add(new Verdict("the rollups equal a recount", audit.rollupsAsCounted(), audit.rollups() + " rollups"));
        boolean analyzed = !outcome.jobs().isEmpty() && outcome.jobs().stream().allMatch(Verdict::lookedThrough);
        List<String> jobs = outcome.jobs().stream().map(Verdict::told).toList();
        verdicts.add(new Verdict("what is stored was analyzed again for a new tool", analyzed, jobs.toString()));
        long served = seen.served == null ? -1 : seen.served.total();
        verdicts.add(
                new Verdict("the statistics served equal a count of the store", served == outcome.countedAtEnd(),
                        "served " + served + ", counted " + outcome.countedAtEnd()));
        verdicts.add(
                new Verdict("every cycle was closed", !seen.cycles.byStatus().containsKey("running"), seen.cycles.byStatus().toString()));
        verdicts.add(
                new Verdict("every SIGTERM ended the process with exit code 0 within 30 s", seen.badStops == 0,
                        (seen.stops - seen.badStops) + " of " + seen.stops));
        verdicts.add(
                new Verdict("the service logged no error", outcome.log().errors().isEmpty(),
                        outcome.log().errors() + " " + outcome.log().examples()));
        verdicts.add(
                new Verdict("the resident set stays below " + settings.maxRssMb() + " MB", seen.peakRssMb() < settings.maxRssMb(),
                        String.format(Locale.ROOT, "at most %.1f MB", seen.peakRssMb())));
        OptionalDouble slope = new MemoryTrend(seen.samples).perSimulatedHour();
        verdicts.add(
                new Verdict("the resident set grows by less than 1 MB an hour after the first day",
                        slope.isEmpty() || slope.getAsDouble() < MOST_GROWTH,
                        slope.isPresent(),
                        slope.isEmpty() ? NO_SLOPE : String.format(Locale.ROOT, "%+.4f MB an hour", slope.getAsDouble())));
        return verdicts;
    }

    private static boolean lookedThrough(ReanalysisJob job) {
        return job.status() == JobStatus.COMPLETED && job.progress().processed() > 0;
    }

    private static String told(ReanalysisJob job) {
        return job.status().label() + ", " + job.progress().processed() + " items looked at, " + job.effect().changed() + " changed";
    }

    /** As a word for a table. */
    String held() {
        if (!judged) {
            return "not judged";
        }
        return holds ? "yes" : "**NO**";
    }
}
