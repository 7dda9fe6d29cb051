package dev.sentimentagent.server.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.Merge;
import dev.sentimentagent.server.catalogue.ToolDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of the admin contract, as its clients know them. */
final class AdminBodies {
    private AdminBodies() {}

    record MessageBody(String message) {}

    record ToolMadeBody(ToolDocument tool, String message) {}

    record DeletedToolBody(String message, String toolId, String toolName, long sentimentCount) {}

    record OneToolBody(ToolDocument tool, List<AliasBody> aliases) {}

    record AliasOrderBody(String primaryToolId) {}

    record AliasMadeBody(AliasBody alias, String message) {}

    record AliasBody(String id, @JsonProperty("partitionKey") String partitionKey, String aliasToolId, String primaryToolId,
            Instant createdAt, String createdBy) {
        static AliasBody of(AliasLink link) {
            return new AliasBody(link.id(), "alias", link.aliasToolId(), link.primaryToolId(), link.createdAt(), link.createdBy());
        }
    }

    /** Only the filters that were given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FiltersBody(@Nullable String status, @Nullable List<String> categories, @Nullable String vendor, @Nullable String search) {}

    record PaginationBody(int page, int limit, long totalItems, long totalPages, boolean hasNext, boolean hasPrev) {}

    record ToolListBody(List<ToolDocument> tools, long total, int page, int limit, long totalPages, boolean hasNext, boolean hasPrev,
            FiltersBody filtersApplied, PaginationBody pagination) {}

    record MergeOrderBody(String targetToolId, List<String> sourceToolIds, List<String> finalCategories, String finalVendor,
            @Nullable String notes) {}

    record MergedToolBody(String id, String name, String vendor, List<String> categories, long sentimentCount) {
        static MergedToolBody of(Merge.Source source) {
            return new MergedToolBody(source.id(), source.name(), source.vendor(), source.categories(), source.mentions());
        }
    }

    record SentimentUpdatesBody(long documentsScanned, long documentsUpdated, long replacementsMade) {}

    record MergeRecordBody(String id, @JsonProperty("partitionKey") String partitionKey, String targetToolId, List<String> sourceToolIds,
            Instant mergedAt, String mergedBy, long sentimentCount, List<String> targetCategoriesBefore, List<String> targetCategoriesAfter,
            String targetVendorBefore, String targetVendorAfter, List<MergedToolBody> sourceToolsMetadata, String notes,
            SentimentUpdatesBody sentimentUpdates) {
        static MergeRecordBody of(Merge merge) {
            return new MergeRecordBody(merge.id(), merge.targetId(), merge.targetId(),
                    merge.sources().stream().map(Merge.Source::id).toList(), merge.at(), merge.by(), merge.updated(),
                    merge.categoriesBefore(), merge.categoriesAfter(), merge.vendorBefore(), merge.vendorAfter(),
                    merge.sources().stream().map(MergedToolBody::of).toList(), merge.notes(),
                    new SentimentUpdatesBody(merge.scanned(), merge.updated(), merge.replacements()));
        }
    }

    record WarningBody(String type, String message, Map<String, String> details) {}

    record MergeAnswerBody(MergeRecordBody mergeRecord, ToolDocument targetTool, List<ToolDocument> archivedTools, List<String> warnings,
            List<WarningBody> warningDetails, String message) {}

    record MergeHistoryBody(List<MergeRecordBody> mergeRecords, long total, int page, int limit, boolean hasMore) {}

    record ChangesBody(@Nullable ToolDocument before, @Nullable ToolDocument after) {}

    record AuditEntryBody(String id, @JsonProperty("partitionKey") String partitionKey, Instant timestamp, String adminId,
            String actionType, String toolId, String toolName, @Nullable ToolDocument beforeState, @Nullable ToolDocument afterState,
            Map<String, String> metadata, String ipAddress, String userAgent, String adminUser, ChangesBody changes, String notes) {}

    record AuditLogBody(List<AuditEntryBody> auditRecords, long total, int page, int limit, boolean hasMore) {}

    record UndoneBody(List<ToolDocument> tools, String message) {}

    record SubredditBody(String name, String state, Instant addedAt, String addedBy, Instant updatedAt, String updatedBy, long items24h,
            long items7d, @Nullable Instant newestCycle, @Nullable String trouble) {}

    record SubredditsStateBody(List<SubredditBody> subreddits, int count) {}

    record SubredditOrderBody(@Nullable String name, @Nullable String state) {}

    record SubredditMadeBody(SubredditBody subreddit, String message) {}

    record AlsoBody(String toolId, String toolName, long count) {}

    record PreviewItemBody(String id, String kind, String subreddit, Instant createdUtc, String excerpt, String url) {}

    record PreviewBody(long matches, long newly, long lost, int days, long items, int oneIn, List<AlsoBody> also, String summary,
            List<PreviewItemBody> samples) {}
}
