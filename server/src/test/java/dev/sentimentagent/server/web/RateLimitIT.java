package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.server.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The known client's 40 calls at once pass; who does not stop is told when to come back. */
class RateLimitIT {
    @Test
    void fortyCallsAtOncePassAndAFloodDoesNot(@TempDir Path folder) throws Exception {
        try (ApiFixture api = new ApiFixture(folder, Map.of("API_RATE_LIMIT", "1", "API_RATE_BURST", "42"));
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> calls = IntStream.range(0, 40)
                    .<Callable<HttpResponse<String>>>mapToObj(_ -> () -> api.service.get("/api/v1/tools/cursor/sentiment"))
                    .toList();
            for (Future<HttpResponse<String>> answer : clients.invokeAll(calls)) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
            for (Future<HttpResponse<String>> _ : clients.invokeAll(calls)) {
                // The flood.
            }
            HttpResponse<String> refused = api.service.get("/api/v1/tools", "Origin", "http://localhost:3000");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1L, 60L);
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
            assertThat(refused.body()).isEqualTo("{\"detail\":\"too many requests, ask again later\"}");
        }
    }

    @Test
    void whoGuessesTheTokenHasToWaitAndIsNotLockedOut(@TempDir Path folder) {
        try (ApiFixture api = new ApiFixture(folder, Map.of())) {
            String tools = "/api/v1/admin/tools";
            for (int i = 0; i < 20; i++) {
                assertThat(api.service.get(tools, "X-Admin-Token", "guess" + i).statusCode()).isEqualTo(403);
            }
            HttpResponse<String> refused = api.service.get(tools, "X-Admin-Token", "guess");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1L, 2L);
            await().untilAsserted(() -> assertThat(api.service.get(tools, "X-Admin-Token", RunningService.ADMIN_TOKEN).statusCode())
                    .isEqualTo(200));
        }
    }
}
