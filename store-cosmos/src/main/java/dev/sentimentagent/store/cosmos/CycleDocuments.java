package dev.sentimentagent.store.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.SubredditReport;
import dev.sentimentagent.model.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Cycles as documents: the whole cycle with its reports, and beside it what is queried by. */
final class CycleDocuments {
    private CycleDocuments() {}

    static ObjectNode columns(Cycle cycle) {
        ObjectNode columns = Json.object().put("started", cycle.startedAt().toEpochMilli());
        columns.put("status", cycle.status().name());
        Instant ended = cycle.endedAt();
        if (succeeded(cycle) && ended != null) {
            columns.put("succeeded", ended.toEpochMilli());
        }
        return columns;
    }

    static boolean succeeded(Cycle cycle) {
        return cycle.status() == CycleStatus.COMPLETED || cycle.status() == CycleStatus.PARTIAL;
    }

    static Cycle with(Cycle cycle, List<SubredditReport> reports) {
        return new Cycle(cycle.id(), cycle.startedAt(), cycle.endedAt(), cycle.status(), reports, cycle.requests(), cycle.limiterWait(),
                cycle.rssStartBytes(), cycle.rssEndBytes());
    }

    /** Changes one that is there. */
    static void update(Writing writing, String id, UnaryOperator<Cycle> change) {
        JsonNode known = writing.records().read(Kinds.CYCLE, Keys.id(id))
                .orElseThrow(() -> new StoreException("cycle " + id + " was never opened", false, null));
        Cycle now = change.apply(Json.to(known.get("value"), Cycle.class));
        writing.replace(Kinds.CYCLE, id, columns(now), now, known);
    }
}
