package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.server.statistics.Bucket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Trends as they are answered. */
final class TrendBodies {
    private TrendBodies() {}

    /** A bucket; its times as text, because each stands in two buckets and costs more to write than all else. */
    record BucketBody(
            String start, String end, long total, long positive, long negative, long neutral, double avgSentiment, boolean collected) {}

    static List<BucketBody> of(List<Bucket> trend) {
        List<BucketBody> bodies = new ArrayList<>(trend.size());
        String start = trend.isEmpty() ? "" : trend.getFirst().window().start().toString();
        for (Bucket bucket : trend) {
            String end = bucket.window().end().toString();
            Tally tally = bucket.tally();
            bodies.add(new BucketBody(start, end, tally.total(), tally.positive(), tally.negative(), tally.neutral(),
                    StatisticsRoutes.average(tally), bucket.collected()));
            start = end;
        }
        return bodies;
    }

    /**
     * All but where the window itself begins and ends, which moves with every millisecond.
     *
     * @param beside what else there is in the answer
     */
    static byte[] content(List<Bucket> trend, byte[] beside) {
        ByteBuffer content = ByteBuffer.allocate(Long.BYTES + trend.size() * (4 * Long.BYTES + 1) + beside.length);
        content.put(beside);
        content.putLong(trend.isEmpty() ? 0 : trend.getLast().window().start().getEpochSecond());
        for (Bucket bucket : trend) {
            Tally tally = bucket.tally();
            content.putLong(tally.positive()).putLong(tally.negative()).putLong(tally.neutral()).putLong(tally.compoundSumE4());
            content.put((byte) (bucket.collected() ? 1 : 0));
        }
        return content.array();
    }
}
