package dev.sentimentagent.sentiment.evaluation;

import dev.sentimentagent.model.Sentiment;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/**
 * A file of labelled texts, plain or in gzip: a JSON object a line, or a table with a header ({@link TextTable}). Which it is, and by what its
 * fields are separated, tells its beginning. Texts may be empty.
 *
 * @param columns the names of texts and labels
 * @param labels what the labels mean
 */
public record LabelledFile(Path file, Columns columns, Labels labels) {
    /** A file with the usual names and labels. */
    public LabelledFile(Path file) {
        this(file, Columns.USUAL, Labels.USUAL);
    }

    /** Takes the texts of a file. */
    interface Lines {
        void add(String text, String label, long line) throws IOException;
    }

    /**
     * Reads all of it.
     *
     * @throws IOException if it cannot be read or is not of that form; the message names the line
     */
    public List<LabelledText> read() throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        forEach(texts::add);
        return texts;
    }

    /**
     * Passes on one text after another, however many there are.
     *
     * @throws IOException as {@link #read} does, after the texts before that line
     */
    public void forEach(Consumer<LabelledText> action) throws IOException {
        try (BufferedReader text = TextInput.open(file)) {
            if (isJson(text)) {
                LabelledLines.read(text, this, lines(action));
                return;
            }
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
        try {
            LabelledTable.read(this, lines(action), lines(_ -> {}));
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    private IOException damaged(IOException cause) {
        return new IOException(file + " is damaged, or not all of a file in gzip", cause);
    }

    /** Name of a file without its endings, by which its texts are called. */
    public static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private Lines lines(Consumer<LabelledText> action) {
        return (text, label, line) -> {
            Sentiment sentiment = labels.sentiment(label).orElseThrow(() -> new IOException(
                    file + ", line " + line + " has the label '" + label
                            + "', not -1, 0, 1 or the name of a class; --labels tells others"));
            action.accept(new LabelledText(text, sentiment));
        };
    }

    private static boolean isJson(BufferedReader text) throws IOException {
        text.mark(TextInput.AHEAD);
        int read = text.read();
        for (int i = 1; i < TextInput.AHEAD && read >= 0 && Character.isWhitespace(read); i++) {
            read = text.read();
        }
        text.reset();
        return read == '{' || read == '[' || read < 0;
    }
}
