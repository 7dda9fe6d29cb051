package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sentimentagent.model.Tool;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToolCatalogueTest {
    @Test
    void standardCatalogueHasTheToolsThatAreAskedFor() {
        ToolCatalogue catalogue = ToolCatalogue.standard();
        assertThat(catalogue.tools()).extracting(Tool::id)
                .contains("github-copilot", "cursor", "claude", "claude-code", "chatgpt", "openai-codex", "gemini", "windsurf", "kiro",
                        "jules",
                        "amazon-q", "devin", "cline", "aider", "continue", "tabnine", "cody", "replit", "jetbrains-ai", "v0", "bolt",
                        "lovable",
                        "zed");
        assertThat(catalogue.find("claude-code").map(Tool::name)).contains("Claude Code");
        assertThat(catalogue.find("Claude Code")).isEmpty();
    }

    @Test
    void readsWhatIsComplete() {
        ToolCatalogue catalogue = read("""
                [{"id": "x", "name": "X", "vendor": "V", "category": "c", "aliases": ["x y", "x.y"], "ambiguousAliases": ["x"],
                  "tellingWords": ["w"], "homeSubreddits": ["X"], "exclusions": ["x ray"]}]""");
        assertThat(catalogue.tools()).containsExactly(
                new Tool("x", "X", "V", "c", List.of("x y", "x.y"), List.of("x"), Set.of("w"), Set.of("X"), List.of("x ray")));
    }

    @Test
    void refusesWhatIsNotOfItsForm() {
        assertRefused("nonsense", "not of the expected form");
        assertRefused("[{\"id\": \"x\"}]", "not of the expected form");
        assertRefused("[{\"id\": \"x\", \"name\": null, \"vendor\": \"V\", \"category\": \"c\", \"aliases\": [\"x\"], "
                + "\"ambiguousAliases\": [], \"tellingWords\": [], \"homeSubreddits\": [], \"exclusions\": []}]", "name");
        assertRefused("[{\"id\": \"x\", \"name\": \"X\", \"vendor\": \"V\", \"category\": \"c\", \"aliases\": [\"x\"], "
                + "\"ambiguousAliases\": [], \"tellingWords\": [], \"homeSubreddits\": [], \"exclusions\": [], \"nickname\": \"x\"}]",
                "nickname");
        assertRefused("null", "not of the expected form");
        assertRefused("[null]", "not of the expected form");
    }

    @Test
    void refusesEmptyFields() {
        assertRefused(tool("", "X", "x"), "id of a tool");
        assertRefused(tool("Not an id", "X", "x"), "'Not an id'");
        assertRefused(tool("x", " ", "x"), "tool 'x': its name is empty");
        assertRefused(new Tool("x", "X", "", "c", List.of("x"), List.of(), Set.of(), Set.of()), "vendor");
        assertRefused(new Tool("x", "X", "V", " ", List.of("x"), List.of(), Set.of(), Set.of()), "category");
        assertRefused(new Tool("x", "X", "V", "c", List.of(), List.of(), Set.of(), Set.of()), "no alias");
        assertRefused(new Tool("x", "X", "V", "c", List.of("x y"), List.of("x"), Set.of(), Set.of()), "never count");
        assertRefused(new Tool("x", "X", "V", "c", List.of("x"), List.of(), Set.of("two words"), Set.of()), "'two words'");
        assertRefused(new Tool("x", "X", "V", "c", List.of("x"), List.of(), Set.of(), Set.of("")), "home subreddit");
    }

    @Test
    void refusesAliasesThatCouldNeverMatch() {
        for (String alias : List.of("", "X", "é", "x  y", " x", "x.", "x+y")) {
            assertRefused(tool("x", "X", alias), "not '" + alias + "'");
        }
    }

    @Test
    void refusesDuplicates() {
        assertThatIllegalArgumentException().isThrownBy(() -> ToolCatalogue.of(List.of(tool("x", "X", "x"), tool("x", "Y", "y"))))
                .withMessageContaining("id 'x'");
        // A hyphen in an alias stands for a space as well.
        assertThatIllegalArgumentException().isThrownBy(() -> ToolCatalogue.of(List.of(tool("x", "X", "a b"), tool("y", "Y", "a-b"))))
                .withMessageContaining("tool 'y'").withMessageContaining("tool 'x'");
        assertRefused(new Tool("x", "X", "V", "c", List.of("x"), List.of("x"), Set.of("w"), Set.of()), "alias 'x'");
        assertThat(ToolCatalogue.of(List.of(tool("x", "X", "a b"), tool("y", "Y", "a.b"))).tools()).hasSize(2);
    }

    private static Tool tool(String id, String name, String alias) {
        return new Tool(id, name, "V", "c", List.of(alias), List.of(), Set.of(), Set.of());
    }

    private static ToolCatalogue read(String json) {
        return ToolCatalogue.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(String json, String because) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(json)).withMessageContaining(because);
    }

    private static void assertRefused(Tool tool, String because) {
        assertThatIllegalArgumentException().isThrownBy(() -> ToolCatalogue.of(List.of(tool))).withMessageContaining(because);
    }
}
