package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Post;
import java.util.stream.IntStream;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.detection.Detection;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.server.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The admin contract's first section, row by row, against a running service. Each test makes the tools that it is about. */
class AdminToolsIT {
    private static final String TOOLS = "/api/v1/admin/tools";
    private static final String[] TOKEN = {"X-Admin-Token", RunningService.ADMIN_TOKEN};
    private static final List<String> TOOL_FIELDS = List.of("id", "partitionKey", "name", "slug", "vendor", "categories", "status",
            "description", "merged_into", "metadata", "created_at", "updated_at", "created_by", "updated_by", "_etag");

    @TempDir
    private static Path folder;
    private static ApiFixture api;
    private static int made;

    @BeforeAll
    static void start() {
        // Mentions are made by hand here, in items that do not name the tools: a reanalysis would rightly take them away.
        api = new ApiFixture(folder, Map.of("ENABLE_AUTO_REANALYSIS", "false"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** An answer whose every field is as the document says. */
    private static JsonNode ok(String method, String path, String body, String... headers) {
        HttpResponse<String> answer = call(method, path, body, headers);
        assertThat(answer.statusCode()).as(method + " " + path + " " + answer.body()).isEqualTo(200);
        String plain = path.replaceFirst("\\?.*", "");
        ApiFixture.Call described = api.calls()
                .stream()
                .filter(call -> call.method().equals(method) && plain.matches(call.path().replaceAll("\\{[a-z_]+}", "[^/]+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " " + plain + " is not described"));
        assertThat(api.faults(described, answer)).as(method + " " + path + " " + answer.body()).isEmpty();
        return ApiFixture.JSON.readTree(answer.body());
    }

    private static HttpResponse<String> call(String method, String path, String body, String... headers) {
        return api.service.send(method, path, body, Stream.concat(Stream.of(TOKEN), Stream.of(headers)).toArray(String[]::new));
    }

    private static void refused(int status, String method, String path, String body, String... headers) {
        HttpResponse<String> answer = call(method, path, body, headers);
        assertThat(answer.statusCode()).as(method + " " + path + " " + body + " → " + answer.body()).isEqualTo(status);
        assertThat(ApiFixture.JSON.readTree(answer.body()).get("detail").isString()).as(answer.body()).isTrue();
    }

    private static String newName() {
        return "Test Tool " + ++made;
    }

    private static JsonNode create(String name) {
        return ok("POST", TOOLS, """
                {"name": "%s", "vendor": "Acme", "categories": ["testing"], "unknown": [1]}""".formatted(name)).get("tool");
    }

    private static String newTool() {
        return create(newName()).get("id").asString();
    }

    /** Posts of the last hours that speak of these tools. */
    private static void mentions(int count, String... tools) {
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant created = ApiFixture.NOW.minus(Duration.ofMinutes(5L + made));
            Post post = new Post("m" + ++made, "Cursor", "ann", "t", "b", "", "/r/Cursor/comments/m" + made, created, ApiFixture.NOW, 1, 0,
                    null, false);
            items.add(new ScoredItem(post, new Score(Sentiment.POSITIVE, 0.5, 0.5, 0, 0.5, 1, "VADER", "1"), Set.of(tools)));
        }
        api.service.store().items().save(Batch.of(items));
    }

    private static long mentionsOf(String tool) {
        return api.service.json("/api/v1/tools/" + tool + "/sentiment?hours=48&at=" + System.nanoTime()).get("total_mentions").asLong();
    }

    private static void mentionsBecome(String tool, long expected) {
        await().untilAsserted(() -> assertThat(mentionsOf(tool)).isEqualTo(expected));
    }

    private static void assertRecount() {
        Window ever = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(api.service.store().statistics().rollups(ever).list())
                .containsExactlyInAnyOrderElementsOf(api.service.store().statistics().recount(ever));
    }

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
        for (String bad : List.of("limit=0", "limit=101", "page=0", "status=gone", "sort_by=id", "sort_order=up")) {
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

    private static String etag(String path) {
        return call("GET", path, "").headers().firstValue("ETag").orElse("");
    }

    @Test
    void archivingHidesAndKeepsHistory() {
        String id = newTool();
        mentions(4, id);
        mentionsBecome(id, 4);
        assertThat(ok("POST", TOOLS + "/" + id + "/archive", "{}").at("/tool/status").asString()).isEqualTo("archived");
        assertThat(api.service.json("/api/v1/tools").get("tools").findValuesAsString("id")).doesNotContain(id);
        assertThat(api.service.json("/api/hot-topics?limit=50").get("hot_topics").findValuesAsString("tool_id")).doesNotContain(id);
        assertThat(mentionsOf(id)).isEqualTo(4);
        assertThat(ok("GET", TOOLS + "?status=archived&limit=100", "").get("tools").findValuesAsString("id")).contains(id);
        assertThat(ok("POST", TOOLS + "/" + id + "/unarchive", "{}").at("/tool/status").asString()).isEqualTo("active");
        assertThat(api.service.json("/api/hot-topics?limit=50").get("hot_topics").findValuesAsString("tool_id")).contains(id);
        refused(404, "POST", TOOLS + "/none/archive", "{}");
        refused(404, "POST", TOOLS + "/none/unarchive", "{}");
    }

    @Test
    void deletingTakesMentionsAndIsTakenBack() {
        String id = newTool();
        String other = newTool();
        mentions(2, id, other);
        mentionsBecome(id, 2);
        JsonNode deleted = ok("DELETE", TOOLS + "/" + id, "");
        assertThat(deleted.get("tool_id").asString()).isEqualTo(id);
        assertThat(deleted.get("sentiment_count").asInt()).isEqualTo(2);
        assertThat(deleted.has("tool_name")).isTrue();
        assertRecount();
        assertThat(api.service.get("/api/v1/tools/" + id + "/sentiment").statusCode()).isEqualTo(404);
        assertThat(mentionsOf(other)).isEqualTo(2);
        refused(404, "DELETE", TOOLS + "/" + id, "");

        JsonNode log = ok("GET", TOOLS + "/" + id + "/audit-log", "").get("audit_records");
        assertThat(log.findValuesAsString("action_type")).containsExactly("delete", "create");
        ok("POST", "/api/v1/admin/audit/" + log.get(0).get("id").asString() + "/undo", "");
        assertThat(mentionsOf(id)).isEqualTo(2);
        assertRecount();
    }

    @Test
    void aMergeMovesMentionsOnceKeepsTheOldIdAnsweringAndIsTakenBack() {
        String target = newTool();
        String source = newTool();
        mentions(3, source);
        mentions(2, source, target);
        mentions(1, target);
        mentionsBecome(target, 3);
        mentionsBecome(source, 5);
        String order = """
                {"target_tool_id": "%s", "source_tool_ids": ["%s"], "final_categories": ["CODE_ASSISTANT", "testing", "code_assistant"],
                 "final_vendor": "Other", "notes": "why"}""".formatted(target, source);
        JsonNode merged = ok("POST", TOOLS + "/merge", order);

        assertThat(merged.at("/merge_record/sentiment_count").asInt()).isEqualTo(5);
        assertThat(merged.at("/merge_record/source_tools_metadata/0/sentiment_count").asInt()).isEqualTo(5);
        assertThat(merged.at("/merge_record/sentiment_updates/documents_updated").asInt()).isEqualTo(5);
        assertThat(merged.at("/target_tool/categories").toString()).isEqualTo("[\"code_assistant\",\"testing\"]");
        assertThat(merged.at("/archived_tools/0/merged_into").asString()).isEqualTo(target);
        assertThat(merged.get("warnings").get(0).isString()).isTrue();
        assertThat(merged.at("/warning_details/0/type").asString()).isEqualTo("vendor_mismatch");
        assertRecount();
        assertThat(mentionsOf(target)).isEqualTo(6);
        assertThat(mentionsOf(source)).as("the old id answers as the target").isEqualTo(6);

        refused(409, "POST", TOOLS + "/merge", order);
        refused(409, "POST", TOOLS + "/" + target + "/archive", "{}");
        refused(409, "DELETE", TOOLS + "/" + target, "");
        JsonNode history = ok("GET", TOOLS + "/" + target + "/merge-history", "");
        assertThat(history.get("total").asInt()).isEqualTo(1);
        assertThat(history.at("/merge_records/0/notes").asString()).isEqualTo("why");
        assertThat(history.get("has_more").asBoolean()).isFalse();

        String record = ok("GET", TOOLS + "/" + target + "/audit-log?action_type=merged", "").at("/audit_records/0/id").asString();
        ok("POST", "/api/v1/admin/audit/" + record + "/undo", "");
        assertRecount();
        assertThat(mentionsOf(target)).isEqualTo(3);
        assertThat(mentionsOf(source)).isEqualTo(5);
        assertThat(ok("GET", TOOLS + "/" + source, "").at("/tool/status").asString()).isEqualTo("active");
        refused(409, "POST", "/api/v1/admin/audit/" + record + "/undo", "");
    }

    @Test
    void aMergeThatMakesNoSenseIsRefused() {
        String a = newTool();
        String b = newTool();
        String order = "{\"target_tool_id\": \"%s\", \"source_tool_ids\": [%s], \"final_categories\": [\"other\"], \"final_vendor\": \"V\"}";
        refused(404, "POST", TOOLS + "/merge", order.formatted(a, "\"none\""));
        refused(422, "POST", TOOLS + "/merge", order.formatted(a, "\"" + a + "\""));
        refused(422, "POST", TOOLS + "/merge", order.formatted(a, "\"" + b + "\", \"" + b + "\""));
        refused(422, "POST", TOOLS + "/merge", order.formatted(a, ""));
        refused(422, "POST", TOOLS + "/merge", "{\"target_tool_id\": \"" + a + "\"}");
        refused(400, "POST", TOOLS + "/merge",
                order.formatted(a, "\"x0\",\"x1\",\"x2\",\"x3\",\"x4\",\"x5\",\"x6\",\"x7\",\"x8\",\"x9\",\"x10\""));
        ok("POST", TOOLS + "/merge", order.formatted(a, "\"" + b + "\""));
        ok("POST", TOOLS + "/" + b + "/unarchive", "{}");
        refused(409, "POST", TOOLS + "/merge", order.formatted(a, "\"" + b + "\""));
        refused(404, "GET", TOOLS + "/none/merge-history", "");
        refused(422, "GET", TOOLS + "/" + a + "/merge-history?limit=0", "");
    }

    @Test
    void anAliasCountsForItsPrimaryOnce() {
        String primary = newTool();
        String alias = newTool();
        mentions(2, alias);
        mentions(1, alias, primary);
        mentionsBecome(alias, 3);
        String body = "{\"primary_tool_id\": \"" + primary + "\"}";
        JsonNode link = ok("PUT", TOOLS + "/" + alias + "/alias", body).get("alias");
        assertThat(link.get("partitionKey").asString()).isEqualTo("alias");
        assertThat(link.get("alias_tool_id").asString()).isEqualTo(alias);
        assertThat(mentionsOf(primary)).isEqualTo(3);
        assertThat(mentionsOf(alias)).isEqualTo(3);
        assertRecount();
        assertThat(ok("GET", TOOLS + "/" + primary, "").at("/aliases/0/id").asString()).isEqualTo(link.get("id").asString());
        refused(400, "PUT", TOOLS + "/" + alias + "/alias", "{\"primary_tool_id\": \"" + alias + "\"}");
        refused(400, "PUT", TOOLS + "/" + primary + "/alias", "{\"primary_tool_id\": \"" + alias + "\"}");
        refused(404, "PUT", TOOLS + "/" + alias + "/alias", "{\"primary_tool_id\": \"none\"}");
        refused(404, "PUT", TOOLS + "/none/alias", body);
        refused(422, "PUT", TOOLS + "/" + alias + "/alias", "{}");
        assertThat(ok("DELETE", TOOLS + "/" + alias + "/alias", "").get("message").isString()).isTrue();
        assertThat(mentionsOf(primary)).isEqualTo(1);
        assertRecount();
        refused(404, "DELETE", TOOLS + "/" + alias + "/alias", "");
    }

    @Test
    void theLogTellsWhoDidWhatAndOutlivesTheTool() {
        String id = newTool();
        ok("PUT", TOOLS + "/" + id, "{\"vendor\": \"New\"}", "User-Agent", "test agent");
        ok("POST", TOOLS + "/" + id + "/archive", "{}");
        ok("DELETE", TOOLS + "/" + id, "");
        JsonNode log = ok("GET", TOOLS + "/" + id + "/audit-log?limit=3", "");
        assertThat(log.get("total").asInt()).isEqualTo(4);
        assertThat(log.get("has_more").asBoolean()).isTrue();
        assertThat(log.get("audit_records").findValuesAsString("action_type")).containsExactly("delete", "archive", "edit");
        JsonNode edit = ok("GET", TOOLS + "/" + id + "/audit-log?action_type=edited", "").at("/audit_records/0");
        assertThat(edit.at("/before_state/vendor").asString()).isEqualTo("Acme");
        assertThat(edit.at("/changes/after/vendor").asString()).isEqualTo("New");
        assertThat(edit.get("admin_user").asString()).isEqualTo(edit.get("admin_id").asString()).isEqualTo("admin");
        assertThat(edit.get("partitionKey").asString()).isEqualTo("202603");
        assertThat(edit.get("ip_address").asString()).isEqualTo("127.0.0.1");
        assertThat(edit.get("user_agent").asString()).isEqualTo("test agent");
        assertThat(ok("GET", TOOLS + "/" + id + "/audit-log?action_type=edit", "").get("total").asInt()).isEqualTo(1);
        refused(422, "GET", TOOLS + "/" + id + "/audit-log?action_type=nonsense", "");
        refused(404, "GET", TOOLS + "/none/audit-log", "");
        assertThat(ok("GET", "/api/v1/admin/audit?limit=100", "").get("audit_records").findValuesAsString("tool_id")).contains(id);
        refused(404, "POST", "/api/v1/admin/audit/none/undo", "");
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

    private static void mentionsPositive(String tool) {
        await().untilAsserted(() -> assertThat(mentionsOf(tool)).isPositive());
    }
}
