package dev.sentimentagent.standin;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes a world's items as the lines of a dump. */
final class DumpWriter {
    private static final Duration RETRIEVAL_INTERVAL = Duration.ofMinutes(30);
    private static final int BUFFER_BYTES = 1 << 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private DumpWriter() {}

    static long write(World world, Window window, ItemKind kind, Instant end, OutputStream target) throws IOException {
        OutputStream out = new BufferedOutputStream(target, BUFFER_BYTES);
        long lines = 0;
        for (Iterator<World.Created> items = world.createdWithin(kind, window).iterator(); items.hasNext();) {
            World.Created item = items.next();
            Instant created = item.createdUtc();
            Instant settled = earlier(created.plus(World.DUMP_SETTLES_AFTER), end);
            Instant retrieved = earlier(nextRetrieval(created), settled);
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                ItemJson.writeDumpLine(json, world.state(item.fullname(), settled).orElseThrow(), retrieved, settled);
            }
            out.write('\n');
            lines++;
        }
        out.flush();
        return lines;
    }

    private static Instant nextRetrieval(Instant created) {
        long interval = RETRIEVAL_INTERVAL.toSeconds();
        return Instant.ofEpochSecond((created.getEpochSecond() / interval + 1) * interval);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
