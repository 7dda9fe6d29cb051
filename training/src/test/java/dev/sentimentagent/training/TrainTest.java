package dev.sentimentagent.training;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.liblinear.Linear;
import dev.sentimentagent.sentiment.TalkFeatures;
import dev.sentimentagent.sentiment.TalkModel;
import dev.sentimentagent.sentiment.TalkReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On three invented platforms, whose feelings are words that no lexicon has. */
class TrainTest {
    private static final String[][] WORDS = {{"zorgy", "blimpish"}, {"tablewise", "columnar"}, {"quixly", "frabbing"}};

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Linear.disableDebugOutput();
        Random random = new Random(1);
        for (String platform : List.of("one", "two", "three")) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 240; i++) {
                int label = i % 3;
                String text = "the " + platform + " thing number " + random.nextInt(9) + " is " + WORDS[label][random.nextInt(2)] + " here";
                lines.append("{\"text\": \"").append(text).append("\", \"label\": ").append(label - 1).append("}\n");
            }
            Files.writeString(folder.resolve(platform + ".ndjson"), lines);
        }
    }

    @Test
    void theSameTextsGiveTheSameBytesAndAModelThatCarriesOver() throws IOException {
        byte[] model = train();
        assertThat(train()).isEqualTo(model);

        TalkReader reader = new TalkReader(TalkModel.read(new ByteArrayInputStream(model)), new TalkFeatures());
        assertThat(reader.probabilities("a fourth one, frabbing if you ask")[2]).isGreaterThan(0.6);
        assertThat(reader.probabilities("a fourth one, blimpish if you ask")[0]).isGreaterThan(0.6);
    }

    @Test
    void printsEachPlatformLeftOut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LeaveOneOut.run(Platforms.read(folder), new Trainer(Options.CHOSEN)).print(new PrintStream(out, false, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("| one | 240 |", "| three | 240 |", "| two | 240 |", "| mean |")
                .contains("1.000 / 1.000");
    }

    private byte[] train() throws IOException {
        List<Platform> platforms = Platforms.read(folder);
        Trainer trainer = new Trainer(Options.CHOSEN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LeaveOneOut.run(platforms, trainer).calibrate(trainer.train(platforms)).write(out);
        return out.toByteArray();
    }
}
