package dev.sentimentagent.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.AuditQuery;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CollectedSubreddit.State;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.store.memory.MemoryStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What changes of the catalogue do to it, to what is listened for and to stored items, and that they can be taken back. */
class CatalogueAdminTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Admin ADMIN = new Admin("admin", "127.0.0.1", "test");
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    private final ManualTime time = new ManualTime(NOW);
    private final MemoryStore store = new MemoryStore();
    private final Catalogue catalogue = catalogue(store, List.of("Cursor", "claude"));
    private final CatalogueAdmin admin = new CatalogueAdmin(catalogue, store, _ -> {}, time);
    private int items;

    private Catalogue catalogue(MemoryStore of, List<String> subreddits) {
        return new Catalogue(of.catalogue(), ToolCatalogue::standard, subreddits, time);
    }

    private Set<String> match(String text) {
        return catalogue.current().matcher().match(text, "programming");
    }

    private String create(String name) {
        return admin.tools().create(ToolEdit.named(name, "Acme", List.of("other"), ""), ADMIN).id();
    }

    private void say(String text, int times) {
        List<ScoredItem> said = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String id = "p" + items++;
            Post post = new Post(id, "programming", "ann", text, "", "", "/r/programming/comments/" + id + "/",
                    NOW.minus(Duration.ofMinutes(items)), NOW, 1, 0, null, false);
            said.add(new ScoredItem(post, new Score(Sentiment.NEUTRAL, 0, 0, 0, 1, 0.5, "VADER", "1"), match(text)));
        }
        store.items().save(Batch.of(said));
    }

    private List<String> ids(AuditAction action) {
        return admin.audit(new AuditQuery(null, action), 0, 10).items().stream().map(AuditRecord::id).toList();
    }

    private void undo(AuditAction action) {
        admin.undo().undo(ids(action).getFirst(), ADMIN);
    }

    private Set<String> tools(String id) {
        return store.items().find("t3_" + id).orElseThrow().toolIds();
    }

    @Test
    void anEmptyStoreIsFilledOnce() {
        assertThat(store.catalogue().version()).isZero();
        assertThat(catalogue.current().tools()).hasSameSizeAs(ToolCatalogue.standard().tools());
        assertThat(catalogue.current().subreddits()).containsExactly("Cursor", "claude");
        create("Acme Coder");
        admin.tools().delete("aider", null, ADMIN);

        Catalogue later = catalogue(store.openAgain(), List.of("Cursor", "claude"));
        assertThat(later.current().names()).containsKey("acme-coder").doesNotContainKey("aider");
        assertThat(store.catalogue().version()).isEqualTo(3);
    }

    @Test
    void whatTheSettingsNameIsAddedAndTakenBackButNotAgainstAnAdmin() {
        catalogue.current();
        admin.subreddits().add("r/windsurf", ADMIN);
        admin.subreddits().set("CLAUDE", State.PAUSED, ADMIN);

        assertThat(catalogue(store, List.of("Cursor", "claude", "aws")).current().subreddits()).containsExactly("Cursor", "windsurf",
                "aws");
        assertThat(catalogue(store, List.of("kiroIDE")).current().subreddits())
                .containsExactlyInAnyOrder("windsurf", "kiroIDE");
        assertThat(catalogue(store, List.of("Cursor")).current().subreddits()).containsExactlyInAnyOrder("Cursor", "windsurf");
    }

    @Test
    void anotherInstanceSeesAChangeWhenTheDataHasMoved() {
        Catalogue other = catalogue(store.openAgain(), List.of("Cursor", "claude"));
        other.current();
        catalogue.current();
        create("Acme Coder");

        assertThat(other.current().names()).doesNotContainKey("acme-coder");
        other.follow(store.dataVersion());
        assertThat(other.current().matcher().match("Acme Coder!", "")).containsExactly("acme-coder");
        CatalogueAdmin second = new CatalogueAdmin(other, store, _ -> {}, time);
        second.tools().archive("acme-coder", null, ADMIN);
        // The first has not followed yet: its change is worked out anew.
        admin.tools().edit("acme-coder", ToolEdit.named("Acme", "V", List.of("other"), ""), null, ADMIN);
        assertThat(catalogue.current().listed("acme-coder").orElseThrow().active()).isFalse();
    }

    @Test
    void aMergedToolsNamesMeanTheOther() {
        String acme = create("Acme Coder");
        say("Acme Coder", 3);
        admin.merges().merge(new MergeAdmin.Order("cursor", List.of(acme), List.of("other"), "Anysphere", ""), ADMIN);

        assertThat(match("acme-coder is fast")).containsExactly("cursor");
        assertThat(tools("p0")).containsExactly("cursor");
        assertThat(catalogue.current().find("ACME-coder").orElseThrow().id()).isEqualTo("cursor");
        undo(AuditAction.MERGE);
        assertThat(match("acme-coder is fast")).containsExactly(acme);
        assertThat(tools("p0")).containsExactly(acme);
        undo(AuditAction.UNDO);
        assertThat(tools("p0")).as("the undoing taken back").containsExactly("cursor");
        assertThat(store.statistics().rollups(EVER).list()).containsExactlyInAnyOrderElementsOf(store.statistics().recount(EVER));
    }

    @Test
    void aLinkGivesWhatIsSaidToBothAndTakesItBack() {
        String acme = create("Acme Coder");
        say("Acme Coder", 2);
        say("Acme Coder and Claude", 1);
        admin.links().link(acme, "claude", ADMIN);
        assertThat(match("Acme Coder")).containsExactlyInAnyOrder(acme, "claude");
        assertThat(tools("p0")).containsExactlyInAnyOrder(acme, "claude");
        admin.links().link(acme, "aider", ADMIN);
        assertThat(tools("p0")).containsExactlyInAnyOrder(acme, "aider");
        assertThat(tools("p2")).containsExactlyInAnyOrder(acme, "claude", "aider");
        undo(AuditAction.LINK);
        assertThat(tools("p0")).containsExactlyInAnyOrder(acme, "claude");
        assertThat(match("Acme Coder")).containsExactlyInAnyOrder(acme, "claude");
    }

    @Test
    void aDeletedAliasTakesWhatItGaveAlong() {
        String acme = create("Acme Coder");
        say("Acme Coder", 2);
        say("Acme Coder and Claude", 1);
        admin.links().link(acme, "claude", ADMIN);
        admin.tools().delete(acme, null, ADMIN);
        assertThat(tools("p0")).isEmpty();
        assertThat(tools("p2")).containsExactly("claude");
        assertThat(store.statistics().rollups(EVER).list()).containsExactlyInAnyOrderElementsOf(store.statistics().recount(EVER));
        undo(AuditAction.DELETE);
        assertThat(tools("p0")).containsExactlyInAnyOrder(acme, "claude");
        assertThat(catalogue.current().links()).hasSize(1);
    }

    @Test
    void aCreationIsTakenBackWithItsMentions() {
        String acme = create("Acme Coder");
        say("Acme Coder", 2);
        undo(AuditAction.CREATE);

        assertThat(tools("p0")).isEmpty();
        assertThat(catalogue.current().listed(acme)).isEmpty();
        undo(AuditAction.UNDO);
        assertThat(tools("p0")).containsExactly(acme);
    }

    @Test
    void whatWasChangedSinceIsNotTakenBack() {
        String acme = create("Acme Coder");
        admin.tools().edit(acme, ToolEdit.named("Acme", "V", List.of("other"), ""), null, ADMIN);

        assertThatThrownBy(() -> undo(AuditAction.CREATE)).isInstanceOf(CatalogueException.class).hasMessageContaining("changed since");
        undo(AuditAction.EDIT);
        assertThat(catalogue.current().names()).containsEntry(acme, "Acme Coder");
    }

    @Test
    void aNameThatHalfOfAllMatchIsRefused() {
        catalogue.current();
        say("the agent is fast", 60);
        say("nothing", 50);
        ToolEdit agent = new ToolEdit("Agent", "V", List.of("other"), null, null, null, List.of("agent"), null, null, null, null, null);

        assertThatThrownBy(() -> admin.tools().create(agent, ADMIN)).isInstanceOf(CatalogueException.class).hasMessageContaining("54 %");
        Preview.Found found = admin.preview().of(null, agent);
        assertThat(found.matches()).isEqualTo(60);
        assertThat(found.of()).isEqualTo(110);
        assertThat(found.oneIn()).isEqualTo(1);
        assertThat(found.samples()).hasSize(8);
        assertThat(admin.tools().create(new ToolEdit("Agent", "V", List.of("other"), null, null, null, List.of("agent"), null, null, null,
                null, true), ADMIN).id()).isEqualTo("agent");
    }

    @Test
    void aFileIsReadBackAsItWasWrittenAndAppliedWholeOrNotAtAll() {
        String acme = create("Acme Coder");
        admin.links().link(acme, "claude", ADMIN);
        String text = CatalogueFile.of(store.catalogue().load()).text();
        assertThat(CatalogueFile.read(bytes(text)).text()).isEqualTo(text);
        assertThat(admin.files().run(CatalogueFile.read(bytes(text)), ADMIN).said()).isEmpty();

        MemoryStore empty = new MemoryStore();
        Catalogue fresh = catalogue(empty, List.of());
        CatalogueAdmin keeper = new CatalogueAdmin(fresh, empty, _ -> {}, time);
        assertThat(keeper.files().run(CatalogueFile.read(bytes(text)), ADMIN).said())
                .containsExactly("+ acme-coder", "~ acme-coder counts for claude", "+ r/Cursor", "+ r/claude");
        assertThat(CatalogueFile.of(empty.catalogue().load()).text()).isEqualTo(text);

        String clash = """
                {"tools": [{"id": "fine", "name": "Fine", "vendor": "V", "aliases": ["fine tool"]},
                           {"id": "clash", "name": "Clash", "vendor": "V", "aliases": ["acme coder"]}]}""";
        assertThatThrownBy(() -> admin.files().run(CatalogueFile.read(bytes(clash)), ADMIN)).isInstanceOf(CatalogueException.class)
                .hasMessageContaining("acme coder");
        assertThat(catalogue.current().names()).doesNotContainKey("fine");
    }

    @Test
    void aFileThatIsNotInOrderSaysWhereItIsNot() {
        assertThatThrownBy(() -> CatalogueFile.read(bytes("{\n\"tools\": [\n{]"))).hasMessageStartingWith("line 3: ");
        assertThatThrownBy(() -> CatalogueFile.read(bytes("[]"))).isInstanceOf(CatalogueException.class);
        assertThatThrownBy(() -> CatalogueFile.read(bytes("{}"))).hasMessageContaining("list of tools");
        assertThatThrownBy(() -> CatalogueFile.read(bytes("{\"tools\": [{\"id\": \"x\"}]}"))).hasMessageContaining("'x'");
        assertThatThrownBy(() -> CatalogueFile.read(bytes("{\"tools\": [], \"toolz\": []}"))).hasMessageContaining("toolz");
        String twice = """
                {"tools": [{"id": "a", "name": "A", "vendor": "V", "aliases": ["x y"]},
                           {"id": "b", "name": "B", "vendor": "V", "aliases": ["x-y"]}]}""";
        assertThatThrownBy(() -> CatalogueFile.read(bytes(twice))).hasMessageContaining("tool 'b'").hasMessageContaining("tool 'a'");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
