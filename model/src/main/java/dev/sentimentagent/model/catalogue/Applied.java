package dev.sentimentagent.model.catalogue;

import java.util.Map;

/**
 * What a change of the catalogue did.
 *
 * @param version of the catalogue after it
 * @param dataVersion of the data after it
 * @param updated how many items have other tools now
 * @param replacements how many mentions were taken away from them by retags
 * @param mentions by id of each tool that a retag was about: in how many items it stood before
 */
public record Applied(long version, long dataVersion, long updated, long replacements, Map<String, Long> mentions) {
    public Applied {
        mentions = Map.copyOf(mentions);
    }
}
