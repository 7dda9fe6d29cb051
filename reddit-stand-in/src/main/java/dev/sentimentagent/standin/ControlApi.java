package dev.sentimentagent.standin;

import dev.sentimentagent.model.time.TimeSource;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests to {@code /stand-in/}. Thread-safe. */
final class ControlApi {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private final Faults faults;
    private final Statistics statistics;
    private final TimeSource time;

    ControlApi(Faults faults, Statistics statistics, TimeSource time) {
        this.faults = faults;
        this.statistics = statistics;
        this.time = time;
    }

    private record Clock(Instant now) {}

    private record Added(long id) {}

    private record Problem(String detail) {}

    /** @param path what follows {@code /stand-in/} */
    Answer answer(String method, String path, String body) {
        return switch (method + " " + path) {
            case "GET clock" -> json(200, new Clock(time.instant()));
            case "GET stats" -> json(200, statistics.counts());
            case "GET faults" -> json(200, faults.active());
            case "POST faults" -> add(body);
            case "DELETE faults" -> {
                faults.clear();
                yield json(200, faults.active());
            }
            default -> json(404, new Problem("there is clock, stats and faults"));
        };
    }

    private Answer add(String body) {
        try {
            FaultRule rule = MAPPER.readValue(body, FaultRule.class);
            return rule == null ? json(400, new Problem("not a rule: null")) : json(201, new Added(faults.add(rule)));
        } catch (JacksonException e) {
            return json(400, new Problem("not a rule: " + e.getOriginalMessage()));
        }
    }

    private static Answer json(int status, Object value) {
        return Answer.json(status, MAPPER.writeValueAsBytes(value));
    }
}
