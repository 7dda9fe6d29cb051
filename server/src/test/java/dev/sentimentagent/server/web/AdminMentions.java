package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an admin does to a tool that has mentions: where they go, and that it can be taken back. */
abstract class AdminMentions extends AdminCalls {
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
}
