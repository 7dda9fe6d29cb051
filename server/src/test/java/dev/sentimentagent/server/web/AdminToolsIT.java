package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.server.detection.Detection;
import dev.sentimentagent.server.job.Job;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The admin contract's first section, row by row, against a running service, with what is inherited. */
class AdminToolsIT extends AdminMentions {
    @Test
    void theTokenIsLookedAtBeforeAnythingElse() {
        HttpResponse<String> missing = api.service.send("POST", TOOLS, "no json");
        assertThat(missing.statusCode()).isEqualTo(401);
        HttpResponse<String> wrong = api.service.send("POST", TOOLS, "no json", "X-Admin-Token", "guess");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).contains("\"detail\":\"");
        // Three tries in a row lock nobody out.
        for (int i = 0; i < 3; i++) {
            api.service.get(TOOLS, "X-Admin-Token", "guess");
        }
        assertThat(call("GET", TOOLS, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aToolHasEveryFieldOfTheContract() {
        String name = newName();
        JsonNode tool = create(name);
        for (String field : TOOL_FIELDS) {
            assertThat(tool.has(field)).as(field).isTrue();
        }
        assertThat(tool.get("partitionKey").asString()).isEqualTo("tool");
        assertThat(tool.get("slug").asString()).isEqualTo(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        assertThat(tool.get("status").asString()).isEqualTo("active");
        assertThat(tool.get("merged_into").isNull()).isTrue();
        assertThat(tool.get("metadata").isObject()).isTrue();
        assertThat(tool.get("created_by").asString()).isEqualTo("admin");
        assertThat(tool.get("_etag").asString()).startsWith("\"").endsWith("\"");
        assertThat(tool.get("aliases").get(0).asString()).isEqualTo(name.toLowerCase(Locale.ROOT));
        assertThat(api.service.json("/api/v1/tools").get("tools").findValuesAsString("id")).contains(tool.get("id").asString());
    }

    @Test
    void theListIsFilteredSortedAndPaged() {
        String vendor = "Vendor" + ++made;
        for (String name : List.of("Zeta", "alpha", "Beta")) {
            ok("POST", TOOLS, """
                    {"name": "%s %s", "vendor": "%s", "categories": ["DEVOPS", "other"]}""".formatted(name, vendor, vendor));
        }
        JsonNode first = ok("GET", TOOLS + "?limit=2&category=devops,chat&vendor=" + vendor, "");
        assertThat(first.get("tools").findValuesAsString("name")).containsExactly("alpha " + vendor, "Beta " + vendor);
        assertThat(first.get("total").asInt()).isEqualTo(3);
        assertThat(first.get("total_pages").asInt()).isEqualTo(2);
        assertThat(first.get("has_next").asBoolean()).isTrue();
        assertThat(first.get("has_prev").asBoolean()).isFalse();
        assertThat(first.at("/pagination/total_items").asInt()).isEqualTo(3);
        assertThat(first.get("filters_applied").propertyNames()).containsExactlyInAnyOrder("status", "categories", "vendor");
        JsonNode last = ok("GET", TOOLS + "?limit=2&page=2&sort_order=asc&vendor=" + vendor, "");
        assertThat(last.get("tools").findValuesAsString("name")).containsExactly("Zeta " + vendor);
        assertThat(ok("GET", TOOLS + "?page=9&vendor=" + vendor, "").get("tools")).isEmpty();
        assertThat(ok("GET", TOOLS + "?sort_order=desc&search=" + vendor.toUpperCase(Locale.ROOT), "").get("tools")
                .findValuesAsString("name")).containsExactly("Zeta " + vendor, "Beta " + vendor, "alpha " + vendor);
        assertThat(ok("GET", TOOLS + "?category=chat&vendor=" + vendor, "").get("total").asInt()).isZero();
        for (String bad : List.of("limit=0", "limit=101", "page=0", "status=gone", "sort_by=id", "sort_order=up",
                "category=devops,nonsense")) {
            refused(422, "GET", TOOLS + "?" + bad, "");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            422 | {}
            422 | not json
            422 | {"name": "", "vendor": "V", "categories": ["other"]}
            422 | {"name": "N", "vendor": "", "categories": ["other"]}
            422 | {"name": "N", "vendor": "V", "categories": []}
            422 | {"name": "N", "vendor": "V", "categories": ["nonsense"]}
            422 | {"name": "N", "vendor": "V", "categories": ["other","chat","analysis","testing","devops","writing"]}
            422 | {"name": "N", "vendor": "V", "categories": "other"}
            422 | {"name": "N", "vendor": "V", "categories": ["other","testing","other"]}
            422 | {"name": "N", "vendor": "V", "categories": ["other","OTHER"]}
            422 | {"name": "N", "vendor": "V", "categories": ["other"], "aliases": ["UPPER_CASE!"]}
            422 | {"name": "N", "vendor": "V", "categories": ["other"], "aliases": ["claude code"]}
            400 | {"name": "cursor", "vendor": "V", "categories": ["other"]}
            """)
    void whatIsNoToolIsNotCreated(int status, String body) {
        refused(status, "POST", TOOLS, body);
    }

    @Test
    void editingChangesWhatIsGivenAndRefusesALostUpdate() {
        JsonNode tool = create(newName());
        String path = TOOLS + "/" + tool.get("id").asString();
        String etag = tool.get("_etag").asString();
        String name = newName();
        JsonNode renamed = ok("PUT", path, "{\"name\": \"" + name + "\", \"vendor\": null}", "If-Match", etag).get("tool");
        assertThat(renamed.get("name").asString()).isEqualTo(name);
        assertThat(renamed.get("vendor").asString()).isEqualTo("Acme");
        assertThat(renamed.get("_etag").asString()).isNotEqualTo(etag);
        assertThat(renamed.get("aliases").size()).isEqualTo(2);

        refused(409, "PUT", path, "{\"vendor\": \"X\"}", "If-Match", etag);
        refused(400, "PUT", path, "{\"name\": \"Cursor\"}");
        refused(404, "PUT", TOOLS + "/none", "{}");
        refused(400, "PUT", TOOLS + "/no%20id", "{}");
        refused(422, "PUT", path, "{\"categories\": [\"other\", \"other\"]}");
        refused(422, "PUT", path, "{\"description\": \"" + "x".repeat(1001) + "\"}");
        assertThat(ok("PUT", path, "{\"vendor\": \"X\"}").get("message").isString()).isTrue();
        assertThat(ok("GET", path, "").at("/tool/vendor").asString()).isEqualTo("X");
        refused(404, "GET", TOOLS + "/none", "");
    }

    @Test
    void theStateOfAToolStandsInTheHeaderTooAndGuardsEveryChangeOfIt() {
        String path = TOOLS + "/" + newTool();
        String read = etag(path);
        assertThat(read).isEqualTo(ok("GET", path, "").at("/tool/_etag").asString());
        ok("POST", path + "/archive", "{}", "If-Match", read);
        assertThat(etag(path)).isNotEqualTo(read);

        refused(412, "POST", path + "/unarchive", "{}", "If-Match", read);
        refused(412, "POST", path + "/archive", "{}", "If-Match", read);
        refused(412, "DELETE", path, "", "If-Match", read);
        ok("POST", path + "/unarchive", "{}", "If-Match", etag(path));
        ok("DELETE", path, "", "If-Match", "*");
    }

    @Test
    void aNameThatIsDetectedIsPendingUntilItIsApprovedOrRejected() {
        List<ScoredItem> items = IntStream.range(0, 60).mapToObj(i -> new ScoredItem(new Comment("wumpus" + i, "claude", "author" + i % 20,
                "p", "t3_p", "We switched from Cursor to Wumpus and like it", "/w" + i, ApiFixture.NOW.minusSeconds(60), ApiFixture.NOW, 1,
                null, false), new Score(Sentiment.NEUTRAL, 0, 0, 0, 1, 0.5, "VADER", "1"), Set.of("cursor"))).toList();
        api.service.store().items().save(Batch.of(items));
        try (Job job = new Detection(api.service.store(), () -> ToolCatalogue.standard().tools(), api.time, () -> true).job()) {
            job.start();
            job.hurry();
            await().until(() -> job.runs() > 0);
        }

        JsonNode pending = ok("GET", TOOLS + "/pending", "").get("tools");
        JsonNode wumpus = pending.valueStream().filter(tool -> tool.get("id").asString().equals("wumpus")).findFirst().orElseThrow();
        assertThat(wumpus.get("status").asString()).isEqualTo("pending");
        assertThat(wumpus.get("mention_count_7d").asLong()).isEqualTo(60);
        assertThat(wumpus.get("sample_mentions").get(0).asString()).contains("from Cursor to Wumpus");
        assertThat(wumpus.get("first_detected")).isEqualTo(wumpus.get("first_detected_at"));

        JsonNode approved = ok("POST", TOOLS + "/wumpus/approve", "{}");
        assertThat(approved.at("/tool/status").asString()).isEqualTo("approved");
        assertThat(approved.at("/tool/approved_by").asString()).isEqualTo("admin");
        assertThat(approved.get("message").isString()).isTrue();
        assertThat(ok("GET", TOOLS + "/wumpus", "").at("/tool/status").asString()).isEqualTo("active");
        assertThat(ok("GET", TOOLS + "/pending", "").get("tools").findValuesAsString("id")).doesNotContain("wumpus");
        refused(400, "POST", TOOLS + "/wumpus/approve", "{}");

        JsonNode rejected = ok("POST", TOOLS + "/wumpus/reject", "{}");
        assertThat(rejected.at("/tool/status").asString()).isEqualTo("rejected");
        assertThat(rejected.at("/tool/rejected_at").isString()).isTrue();
        assertThat(ok("GET", TOOLS + "/wumpus", "").at("/tool/status").asString()).isEqualTo("archived");
        refused(400, "POST", TOOLS + "/wumpus/reject", "{}");
        refused(404, "POST", TOOLS + "/nothing/approve", "{}");
        assertThat(ok("GET", TOOLS + "/wumpus/audit-log", "").get("audit_records").findValuesAsString("action_type"))
                .containsExactly("archive", "approve");
    }

    @Test
    void whatComesInIsMatchedByTheNewCatalogueAndTheNewListOfSubreddits() {
        ok("POST", "/api/v1/admin/subreddits", "{\"name\": \"r/windsurf\"}");
        ok("PUT", "/api/v1/admin/subreddits/claude", "{\"state\": \"paused\"}");
        JsonNode preview = ok("POST", "/api/v1/admin/preview",
                """
                        {"name": "Everything", "vendor": "V", "categories": ["other"], "aliases": ["everything"], "home_subreddits": ["windsurf"]}""");
        assertThat(preview.get("summary").asString()).startsWith("would match ");
        ok("POST", TOOLS, """
                {"name": "Surfing", "vendor": "V", "categories": ["other"], "home_subreddits": ["windsurf"]}""");
        JsonNode cycle = api.service.collect();
        assertThat(cycle.get("subreddits").findValuesAsString("subreddit")).contains("windsurf", "Cursor").doesNotContain("claude");
        mentionsPositive("surfing");
        JsonNode list = ok("GET", "/api/v1/admin/subreddits", "").get("subreddits");
        assertThat(list.findValuesAsString("name")).containsExactlyInAnyOrder("Cursor", "claude", "kiroIDE", "windsurf");
        JsonNode found = ok("POST", "/api/v1/admin/preview?tool_id=surfing", "{\"home_subreddits\": []}");
        assertThat(found.get("lost").asLong()).isPositive();
        refused(400, "POST", "/api/v1/admin/subreddits", "{\"name\": \"WINDSURF\"}");
        refused(422, "POST", "/api/v1/admin/subreddits", "{\"name\": \"no name\"}");
        refused(422, "PUT", "/api/v1/admin/subreddits/claude", "{\"state\": \"gone\"}");
        refused(404, "PUT", "/api/v1/admin/subreddits/none", "{\"state\": \"active\"}");
        ok("DELETE", "/api/v1/admin/subreddits/windsurf", "");
        ok("PUT", "/api/v1/admin/subreddits/claude", "{\"state\": \"active\"}");
        assertThat(api.service.json("/api/v1/subreddits").get("subreddits").toString()).contains("claude");
    }
}
