package dev.sentimentagent.model.catalogue;

import java.time.Instant;

/**
 * Says that what is said of one tool is said of another, too.
 *
 * @param id of the link
 * @param aliasToolId the tool whose mentions count for the other as well
 * @param version of the catalogue that the link was made with: by it the mentions that it gave can be taken back; as given to a store
 *     0 for the one that it will be made with, {@link #NO_VERSION} if there is none to take back
 */
public record AliasLink(String id, String aliasToolId, String primaryToolId, Instant createdAt, String createdBy, long version) {
    public static final long NO_VERSION = -1;
}
