package dev.sentimentagent.model.catalogue;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Tool;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool as the catalogue keeps it.
 *
 * @param tool what it is and what it is known by
 * @param categories of the admin contract, one to five
 * @param description empty if there is none
 * @param metadata whatever its keeper notes of it
 * @param mergedInto id of the tool that has taken its mentions; stays when it is made active again. Null if none has
 * @param createdBy the admin, or {@code system} for what came with the program
 * @param revision grows with each change of the tool; as given to a store it counts for nothing
 */
public record CatalogueTool(Tool tool, List<String> categories, ToolStatus status, String description, Map<String, String> metadata,
        @Nullable String mergedInto, Instant createdAt, String createdBy, Instant updatedAt, String updatedBy, long revision) {
    public CatalogueTool {
        requireNonNull(tool, "tool");
        requireNonNull(status, "status");
        categories = List.copyOf(categories);
        metadata = Map.copyOf(metadata);
    }

    public String id() {
        return tool.id();
    }

    public boolean active() {
        return status == ToolStatus.ACTIVE;
    }

    /** The same with another definition. */
    public CatalogueTool with(Tool other) {
        return new CatalogueTool(other, categories, status, description, metadata, mergedInto, createdAt, createdBy, updatedAt, updatedBy,
                revision);
    }

    /** The same with other words about it. */
    public CatalogueTool described(List<String> as, String text, Map<String, String> notes) {
        return new CatalogueTool(tool, as, status, text, notes, mergedInto, createdAt, createdBy, updatedAt, updatedBy, revision);
    }

    /** The same in another state. */
    public CatalogueTool in(ToolStatus other, @Nullable String into) {
        return new CatalogueTool(tool, categories, other, description, metadata, into, createdAt, createdBy, updatedAt, updatedBy,
                revision);
    }

    /** The same, changed then by that admin. */
    public CatalogueTool changed(Instant at, String by) {
        return new CatalogueTool(tool, categories, status, description, metadata, mergedInto, createdAt, createdBy, at, by, revision);
    }
}
