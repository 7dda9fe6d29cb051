package dev.sentimentagent.server;

import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.server.catalogue.Admin;
import dev.sentimentagent.server.catalogue.CatalogueAdmin;
import dev.sentimentagent.server.catalogue.ToolEdit;
import java.util.List;
import java.util.Optional;

/** What an approval or a rejection of a detected name does to the catalogue. Thread-safe. */
record Approvals(CatalogueAdmin catalogue) {
    /** Nobody has said what it is. */
    private static final String VENDOR = "unknown";
    private static final String CATEGORY = "other";

    /** Listens for it: as a new tool, or again. */
    void begin(DetectedTool detected, String who) {
        Admin admin = new Admin(who, "", "");
        Optional<CatalogueTool> known = find(detected);
        if (known.isPresent()) {
            catalogue.tools().unarchive(known.get().id(), null, admin);
        } else {
            catalogue.tools()
                    .create(new ToolEdit(detected.name(), VENDOR, List.of(CATEGORY), "", null, null, detected.aliases(), null, null, null,
                            null, null), AuditAction.APPROVE, admin);
        }
    }

    /** Listens for it no more; what was found is kept. */
    void end(DetectedTool detected, String who) {
        find(detected).ifPresent(tool -> catalogue.tools().archive(tool.id(), null, new Admin(who, "", "")));
    }

    private Optional<CatalogueTool> find(DetectedTool detected) {
        return catalogue.current().listed().stream().filter(tool -> tool.tool().name().equalsIgnoreCase(detected.name())).findFirst();
    }
}
