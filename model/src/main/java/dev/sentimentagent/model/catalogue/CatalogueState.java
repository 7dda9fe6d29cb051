package dev.sentimentagent.model.catalogue;

import java.util.List;

/**
 * The whole catalogue at one moment.
 *
 * @param tools those of every status, by id
 * @param links by id of the alias
 * @param subreddits those of every state, by name
 * @param version grows by one with each change; 0 if nothing has ever been put in
 */
public record CatalogueState(List<CatalogueTool> tools, List<AliasLink> links, List<CollectedSubreddit> subreddits, long version) {
    public static final CatalogueState EMPTY = new CatalogueState(List.of(), List.of(), List.of(), 0);

    public CatalogueState {
        tools = List.copyOf(tools);
        links = List.copyOf(links);
        subreddits = List.copyOf(subreddits);
    }
}
