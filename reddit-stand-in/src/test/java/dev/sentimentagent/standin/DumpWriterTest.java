package dev.sentimentagent.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DumpWriterTest {
    private static final Instant NOW = Instant.parse("2026-11-18T15:10:00Z");
    private static final Window THREE_DAYS = Window.ending(NOW, Duration.ofDays(3));

    private final GeneratedWorld world = new GeneratedWorld(42, 1);

    private String dump(World of, ItemKind kind) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long lines = of.writeDump(THREE_DAYS, kind, out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.lines().count()).isEqualTo(lines).isPositive();
        return text;
    }

    @Test
    void writesEveryItemOfTheWindowInOrder() throws Exception {
        for (ItemKind kind : ItemKind.values()) {
            List<JsonNode> lines = dump(world, kind).lines().map(Client.JSON::readTree).toList();
            assertThat(lines.stream().map(line -> line.get("name").asString()).toList())
                    .isEqualTo(world.createdWithin(kind, THREE_DAYS).map(World.Created::fullname).toList());
            assertThat(lines).allSatisfy(line -> {
                long created = line.get("created_utc").asLong();
                long retrieved = line.get("retrieved_on").asLong();
                assertThat(THREE_DAYS.contains(Instant.ofEpochSecond(created))).isTrue();
                assertThat(retrieved).isBetween(created, Math.min(created + 1800, NOW.getEpochSecond()));
                assertThat(line.get("_meta").get("retrieved_2nd_on").asLong()).isBetween(retrieved, NOW.getEpochSecond());
            });
            // The oldest lines are settled: they look as they did a day and a half after their creation, not as they do now.
            JsonNode oldest = lines.getFirst();
            Instant settled = Instant.ofEpochSecond(oldest.get("created_utc").asLong()).plus(World.DUMP_SETTLES_AFTER);
            assertThat(oldest.get("score").asInt()).isEqualTo(world.state(oldest.get("name").asString(), settled).orElseThrow().score());
        }
    }

    @Test
    void canBeReplayed(@TempDir Path folder) throws Exception {
        List<Path> dumps = new ArrayList<>();
        for (ItemKind kind : ItemKind.values()) {
            Path file = folder.resolve(kind == ItemKind.POST ? "RS.ndjson" : "RC.ndjson");
            Files.writeString(file, dump(world, kind));
            dumps.add(file);
        }
        ReplayedWorld replayed = ReplayedWorld.load(dumps, Optional.empty());
        for (ItemKind kind : ItemKind.values()) {
            assertThat(replayed.createdWithin(kind, THREE_DAYS).toList()).isEqualTo(world.createdWithin(kind, THREE_DAYS).toList());
        }
        String name = replayed.newest("claude", ItemKind.POST, NOW, 1).getFirst();
        assertThat(replayed.state(name, NOW).orElseThrow().text()).isEqualTo(world.state(name, NOW).orElseThrow().text());
    }
}
