package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.server.catalogue.Catalogue;
import java.util.List;

/** The tools, as those see them who ask for figures. */
record Tools(Catalogue catalogue) {
    /** Those that are listened for. */
    List<CatalogueTool> active() {
        return catalogue.current().tools().stream().map(tool -> catalogue.current().listed(tool.id()).orElseThrow()).toList();
    }

    /** The tool of that id, in any case, an archived one too, or the one that it was merged into; 404 if there is none. */
    Tool known(String id) {
        return catalogue.current().find(id).map(CatalogueTool::tool).orElseThrow(() -> ApiException.notFound("there is no tool " + id));
    }

    /** Whether hot topics show it. */
    boolean isActive(String id) {
        return catalogue.current().names().containsKey(id);
    }
}
