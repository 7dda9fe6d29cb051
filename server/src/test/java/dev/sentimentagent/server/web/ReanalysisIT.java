package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.job.JobScope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Jobs as the old admin page asks for them, field for field. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReanalysisIT {
    private static final String JOBS = "/reanalysis/jobs";

    private ApiFixture api;

    @BeforeAll
    void start(@TempDir Path folder) {
        api = new ApiFixture(folder, Map.of());
        api.service.collect();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void aJobIsQueuedRunsAndIsToldOf() {
        long items = api.service.store().items().count(JobScope.all(false).created()).values().stream().mapToLong(Long::longValue).sum();
        HttpResponse<String> queued = api.service.admin("POST", JOBS,
                "{\"tool_ids\": [\"cursor\"], \"date_range\": null, \"batch_size\": 50, \"more\": 1}");
        assertThat(queued.statusCode()).as(queued.body()).isEqualTo(202);
        JsonNode told = json(queued);
        String id = told.get("job_id").asString();
        assertThat(told.propertyNames()).containsExactlyInAnyOrder("job_id", "status", "estimated_docs", "message", "poll_url");
        assertThat(told.get("status").asString()).isEqualTo("queued");
        assertThat(told.get("estimated_docs").asLong()).isEqualTo(items);
        assertThat(told.get("poll_url").asString()).isEqualTo("/admin/reanalysis/jobs/" + id + "/status");

        JsonNode job = await().pollInterval(Duration.ofMillis(10)).until(
                () -> described("GET", JOBS + "/{job_id}", JOBS + "/" + id).get("job"),
                found -> found.get("status").asString().equals("completed"));
        assertThat(job.propertyNames()).containsExactlyInAnyOrder("id", "status", "trigger_type", "triggered_by", "parameters", "progress",
                "statistics", "error_log", "start_time", "end_time", "created_at");
        assertThat(job.get("parameters").propertyNames()).contains("date_range", "tool_ids", "batch_size");
        assertThat(job.at("/parameters/date_range").isNull()).isTrue();
        assertThat(job.at("/parameters/batch_size").asInt()).isEqualTo(50);
        assertThat(job.get("trigger_type").asString()).isEqualTo("manual");
        assertThat(job.get("triggered_by").asString()).isEqualTo("admin");
        assertThat(job.at("/progress/total_count").asLong()).isEqualTo(items);
        assertThat(job.at("/progress/processed_count").asLong()).isEqualTo(items);
        assertThat(job.at("/progress/percentage").asDouble()).isEqualTo(100);
        assertThat(job.at("/progress/last_checkpoint_id").asString()).startsWith("t");
        assertThat(job.get("progress").has("estimated_time_remaining")).isTrue();
        assertThat(job.at("/statistics/categorized_count").asLong() + job.at("/statistics/uncategorized_count").asLong()).isEqualTo(items);
        assertThat(job.at("/statistics/tools_detected/cursor").asLong()).isPositive();
        assertThat(job.at("/statistics/errors_count").asLong()).isZero();
        assertThat(job.at("/statistics/changed_count").asLong()).as("nothing was otherwise").isZero();

        JsonNode state = described("GET", JOBS + "/{job_id}/status", JOBS + "/" + id + "/status");
        assertThat(state.get("job_id").asString()).isEqualTo(id);
        assertThat(state.get("progress")).isEqualTo(job.get("progress"));
        JsonNode list = described("GET", JOBS, JOBS + "?status=completed&limit=20");
        assertThat(list.get("jobs").get(0)).isEqualTo(job);
        assertThat(list.get("total_count").asLong()).isPositive();
        assertThat(List.of(list.get("limit").asInt(), list.get("offset").asInt())).containsExactly(20, 0);
        JsonNode all = described("GET", "/reanalysis/debug/all-jobs", "/reanalysis/debug/all-jobs");
        assertThat(all.get("active_count").get(0).asLong()).isZero();
        assertThat(all.get("with_order_by").asLong()).isEqualTo(all.get("no_order_by").asLong());
        assertThat(all.get("jobs").get(0).propertyNames()).containsExactlyInAnyOrder("id", "status", "created_at", "has_created_at");

        HttpResponse<String> late = api.service.admin("DELETE", JOBS + "/" + id, null);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(json(late).get("detail").asString()).contains("completed");
        assertThat(api.service.admin("POST", JOBS + "/" + id + "/cancel", null).statusCode()).isEqualTo(400);
        assertThat(api.service.get("/metrics").body()).contains("sentimentagent_reanalysis_jobs_total{status=\"completed\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"batch_size\": 0} | 422 | batch_size",
            "{\"batch_size\": 1001} | 422 | batch_size",
            "{\"batch_size\": \"x\"} | 422 | batch_size", "{\"batch_size\": 1.5} | 422 | batch_size", "[] | 422 | JSON object",
            "{ | 422 | JSON object",
            "{\"tool_ids\": \"cursor\"} | 422 | tool_ids", "{\"tool_ids\": [null]} | 422 | tool_ids",
            "{\"tool_ids\": [\"a b\"]} | 400 | tool_ids",
            "{\"date_range\": {\"start\": \"yesterday\"}} | 400 | date_range.start",
            "{\"date_range\": {\"start\": \"\"}} | 400 | date_range.start",
            "{\"date_range\": {\"start\": \"2026-03-02\", \"end\": \"2026-03-01\"}} | 400 | date_range",
            "{\"rescore\": 7.5} | 422 | rescore"})
    void whatMakesNoSenseQueuesNothing(String body, int status, String named) {
        HttpResponse<String> answer = api.service.admin("POST", JOBS, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("detail").asString()).contains(named).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"GET, /reanalysis/jobs/nothing, 404", "GET, /reanalysis/jobs/nothing/status, 404", "DELETE, /reanalysis/jobs/nothing, 404",
            "POST, /reanalysis/jobs/nothing/cancel, 404", "GET, /reanalysis/jobs?limit=101, 422", "GET, /reanalysis/jobs?offset=-1, 422",
            "GET, /reanalysis/jobs?status=done, 422"})
    void whatIsNotThereIsSaid(String method, String path, int status) {
        assertThat(api.service.admin(method, path, null).statusCode()).isEqualTo(status);
    }

    @Test
    void nobodyElseMayAskForIt() {
        for (String path : List.of("/reanalysis/jobs", "/reanalysis/debug/all-jobs")) {
            assertThat(api.service.get("/api/v1/admin" + path).statusCode()).isEqualTo(401);
            assertThat(api.service.get("/api/v1/admin" + path, "X-Admin-Token", "guess").statusCode()).isEqualTo(403);
        }
    }

    /** An answer, which must be as the document describes it. */
    private JsonNode described(String method, String path, String asked) {
        HttpResponse<String> answer = api.service.admin(method, asked, null);
        ApiFixture.Call call = api.calls().stream()
                .filter(known -> known.method().equals(method) && known.path().equals("/api/v1/admin" + path)).findFirst().orElseThrow();
        assertThat(api.faults(call, answer)).as(answer.body()).isEmpty();
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return ApiFixture.JSON.readTree(answer.body());
    }
}
