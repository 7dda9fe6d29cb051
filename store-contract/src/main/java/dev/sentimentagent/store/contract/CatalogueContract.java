package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.Applied;
import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.AuditQuery;
import dev.sentimentagent.model.catalogue.AuditRecord;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.catalogue.CollectedSubreddit;
import dev.sentimentagent.model.catalogue.Merge;
import dev.sentimentagent.model.catalogue.Retag;
import dev.sentimentagent.model.catalogue.ToolStatus;
import dev.sentimentagent.model.store.CatalogueConflictException;
import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.LeaseLostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Tools, links, subreddits, and the records of what was done to them. */
abstract class CatalogueContract extends Contract {
    CatalogueContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void aNewStoreHasAnEmptyCatalogue() {
        assertThat(store.catalogue().load()).isEqualTo(CatalogueState.EMPTY);
        assertThat(store.catalogue().version()).isZero();
    }

    @Test
    void whatIsPutIsReadBackAsItWas() {
        CatalogueTool full = new CatalogueTool(
                new Tool("x-1", "X \"One\" 😀", "V", "editor", List.of("x one", "x.one"), List.of("x"), Set.of("ai", "agent"),
                        Set.of("X", "Y"),
                        List.of("x ray")),
                List.of("testing", "other"), ToolStatus.ARCHIVED, "Says\ntwo lines", Map.of("url", "https://example.org\n", "a", ""), "y",
                T0, "system", T0.plusMillis(7), "admin", 0);
        CollectedSubreddit subreddit = new CollectedSubreddit("ClaudeAI", CollectedSubreddit.State.PAUSED, T0, "settings", T0.plusMillis(3),
                "admin");
        Applied applied = apply(on(0).put(full).put(tool("y")).put(subreddit).link(link("y", "x-1")));

        assertThat(applied.version()).isEqualTo(1);
        reopen();
        CatalogueState state = store.catalogue().load();
        assertThat(state.version()).isEqualTo(1);
        assertThat(state.tools()).extracting(CatalogueTool::id).containsExactly("x-1", "y");
        assertThat(state.tools().getFirst()).usingRecursiveComparison().ignoringFields("revision").isEqualTo(full);
        assertThat(state.tools()).extracting(CatalogueTool::revision).containsOnly(1L);
        assertThat(state.links()).containsExactly(new AliasLink("link-y", "y", "x-1", T0, "admin", 1));
        assertThat(state.subreddits()).containsExactly(subreddit);
    }

    @Test
    void aLaterPutTakesThePlaceOfTheFirst() {
        apply(on(0).put(tool("a")).put(tool("b")).link(link("a", "b"))
                .put(new CollectedSubreddit("Cursor", CollectedSubreddit.State.ACTIVE, T0, "settings", T0, "settings")));
        apply(on(1).put(tool("a").in(ToolStatus.ARCHIVED, null)).link(link("a", "b"))
                .put(new CollectedSubreddit("cursor", CollectedSubreddit.State.PAUSED, T0, "settings", T0, "admin")));

        CatalogueState state = store.catalogue().load();
        assertThat(state.tools()).extracting(CatalogueTool::active).containsExactly(false, true);
        assertThat(state.tools()).extracting(CatalogueTool::revision).containsExactly(2L, 1L);
        assertThat(state.links()).extracting(AliasLink::version).containsExactly(2L);
        assertThat(state.subreddits()).extracting(CollectedSubreddit::name).containsExactly("cursor");
    }

    @Test
    void aChangeOfAnOlderVersionIsRefusedAndNothingOfItWritten() {
        apply(on(0).put(tool("a")));
        long dataVersion = store.dataVersion();

        assertThatThrownBy(() -> apply(on(0).put(tool("b")).audit(audit("1", AuditAction.CREATE, "b"))))
                .isInstanceOf(CatalogueConflictException.class);

        assertThat(store.catalogue().load().tools()).extracting(CatalogueTool::id).containsExactly("a");
        assertThat(store.catalogue().audit(AuditQuery.ALL, 0, 10).total()).isZero();
        assertThat(store.dataVersion()).isEqualTo(dataVersion);
    }

    @Test
    void aChangeIsANewVersionOfTheData() {
        long version = store.dataVersion();

        assertThat(apply(on(0).put(tool("a"))).dataVersion()).isEqualTo(version + 1);
        assertThat(store.dataVersion()).isEqualTo(version + 1);
    }

    @Test
    void aDeletedToolTakesItsLinksAlong() {
        apply(on(0).put(tool("a")).put(tool("b")).put(tool("c")).link(link("a", "b")).link(link("b", "c")));
        apply(on(1).delete("b"));

        CatalogueState state = store.catalogue().load();
        assertThat(state.tools()).extracting(CatalogueTool::id).containsExactly("a", "c");
        assertThat(state.links()).isEmpty();
    }

    @Test
    void aLinkGoesByItsAlias() {
        apply(on(0).put(tool("a")).put(tool("b")).put(tool("c")).link(link("a", "b")).link(link("c", "b")));
        apply(on(1).unlink("a"));

        assertThat(store.catalogue().load().links()).extracting(AliasLink::aliasToolId).containsExactly("c");
    }

    @Test
    void recordsAreReadNewestFirstByToolAndByAction() {
        AuditRecord made = new AuditRecord("id-1", T0, "admin", AuditAction.CREATE, "a", "A", null, "{\"x\":1}", "{}", "127.0.0.1", "curl",
                1);
        apply(on(0).put(tool("a")).audit(made));
        apply(on(1).audit(audit("2", AuditAction.EDIT, "a")).audit(audit("3", AuditAction.EDIT, "b")));
        apply(on(2).delete("a").audit(audit("4", AuditAction.DELETE, "a")));

        assertThat(ids(AuditQuery.ALL, 0, 10)).containsExactly("4", "3", "2", "id-1");
        assertThat(ids(AuditQuery.ALL, 1, 2)).containsExactly("3", "2");
        assertThat(ids(new AuditQuery("a", null), 0, 10)).containsExactly("4", "2", "id-1");
        assertThat(ids(new AuditQuery("a", AuditAction.EDIT), 0, 10)).containsExactly("2");
        assertThat(ids(new AuditQuery(null, AuditAction.EDIT), 0, 10)).containsExactly("3", "2");
        assertThat(store.catalogue().audit(new AuditQuery("a", null), 0, 1).total()).isEqualTo(3);
        assertThat(store.catalogue().audit(1)).containsExactly(made);
        assertThat(store.catalogue().audit(2)).extracting(AuditRecord::id).containsExactly("2", "3");
    }

    @Test
    void aMergeMovesMentionsOnceAndTellsOfIt() {
        save(Sample.post("p1").tools("a", "b"), Sample.post("p2").tools("a"), Sample.comment("c1", "p1").tools("c", "b", "d"),
                Sample.post("p3").tools("d"));
        apply(on(0).put(tool("a")).put(tool("b")).put(tool("c")));

        Merge merge = Merge.of("m1", tool("a"), tool("a"), List.of(tool("b"), tool("c")), T0, "admin", "why");
        Applied applied = apply(on(1).retag(new Retag(Set.of("b", "c"), Set.of("b", "c"), Set.of("a"))).merge(merge));

        assertThat(applied.updated()).isEqualTo(2);
        assertThat(applied.replacements()).isEqualTo(3);
        assertThat(applied.mentions()).isEqualTo(Map.of("b", 2L, "c", 1L));
        assertThat(found("t3_p1").toolIds()).containsExactly("a");
        assertThat(found("t1_c1").toolIds()).containsExactlyInAnyOrder("a", "d");
        assertThat(found("t3_p3").toolIds()).containsExactly("d");
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Rollups.of(store.statistics().recount(EVER)));
        assertThat(store.catalogue().merges("b", 0, 10).items()).isEmpty();
        assertThat(store.catalogue().merges("a", 0, 10).total()).isEqualTo(1);
        Merge told = store.catalogue().merges("a", 0, 10).items().getFirst();
        assertThat(told.updated()).isEqualTo(2);
        assertThat(told.replacements()).isEqualTo(3);
        assertThat(told.notes()).isEqualTo("why");
        assertThat(told.sources()).extracting(Merge.Source::id).containsExactly("b", "c");
        assertThat(told.sources()).extracting(Merge.Source::mentions).containsExactly(2L, 1L);
    }

    @Test
    void whatChangedSinceIsNotTakenBack() {
        save(Sample.post("p1").tools("b"), Sample.post("p2").tools("b"), Sample.post("p3").tools("b"));
        Applied merged = apply(on(0).retag(new Retag(Set.of("b"), Set.of("b"), Set.of("a"))));
        save(Sample.post("p1").body("edited").tools("c").later(Duration.ofHours(1)),
                Sample.post("p2").deleted().later(Duration.ofHours(1)));

        Applied undone = apply(on(1).takeBack(merged.version()));

        assertThat(undone.updated()).isEqualTo(1);
        assertThat(found("t3_p1").toolIds()).containsExactly("c");
        assertThat(found("t3_p2").toolIds()).isEmpty();
        assertThat(found("t3_p3").toolIds()).containsExactly("b");
        assertThat(apply(on(2).takeBack(merged.version())).updated()).isZero();
        assertThat(apply(on(3).takeBack(undone.version())).updated()).isEqualTo(1);
        assertThat(found("t3_p3").toolIds()).containsExactly("a");
    }

    @Test
    void aHolderOfALostLeaseChangesNothing() {
        Lease lease = store.leases().acquire("x", "me", T0, Duration.ofMinutes(1)).orElseThrow();
        store.leases().release(lease);

        assertThatThrownBy(() -> store.under(lease).catalogue().apply(on(0).put(tool("a")).build())).isInstanceOf(LeaseLostException.class);
        assertThat(store.catalogue().version()).isZero();
    }

    private List<String> ids(AuditQuery query, int offset, int limit) {
        return store.catalogue().audit(query, offset, limit).items().stream().map(AuditRecord::id).toList();
    }

    private Applied apply(CatalogueChange.Builder change) {
        return store.catalogue().apply(change.build());
    }

    private static CatalogueChange.Builder on(long version) {
        return CatalogueChange.on(version);
    }

    static CatalogueTool tool(String id) {
        return new CatalogueTool(new Tool(id, "Tool " + id, "V", "editor", List.of("tool " + id), List.of(), Set.of(), Set.of()),
                List.of("other"), ToolStatus.ACTIVE, "", Map.of(), null, T0, "system", T0, "system", 0);
    }

    private static AliasLink link(String alias, String primary) {
        return new AliasLink("link-" + alias, alias, primary, T0, "admin", 0);
    }

    private static AuditRecord audit(String id, AuditAction action, String tool) {
        return new AuditRecord(id, T0, "admin", action, tool, tool, null, null, "{}", "", "", 0);
    }
}
