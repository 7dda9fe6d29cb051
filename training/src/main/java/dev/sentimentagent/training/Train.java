package dev.sentimentagent.training;

import de.bwaldvogel.liblinear.Linear;
import dev.sentimentagent.sentiment.TalkModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code Train DIR FILE}: trains on the labelled files of a folder, prints how each carries over to the others, writes the model. */
public final class Train {
    private Train() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: train.sh DIR [FILE]");
            System.exit(2);
        }
        List<Platform> platforms = Platforms.read(Path.of(arguments[0]));
        if (platforms.size() < 3) {
            System.err.println(arguments[0] + " needs three labelled files (*.ndjson, *.ndjson.gz) or more, a platform each");
            System.exit(1);
        }
        Linear.disableDebugOutput();
        Trainer trainer = new Trainer(Options.CHOSEN);
        LeaveOneOut leftOut = LeaveOneOut.run(platforms, trainer);
        leftOut.print(System.out);
        TalkModel model = leftOut.calibrate(trainer.train(platforms));
        Path file = Path.of(arguments[1]);
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
        System.out.printf("%n%d words, %d bytes: %s%n", model.size(), Files.size(file), file);
    }
}
