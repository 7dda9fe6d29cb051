package dev.sentimentagent.sentiment.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads labelled texts from a table. */
final class LabelledTable {
    private final LabelledFile from;
    private final char separator;

    private LabelledTable(LabelledFile from, char separator) {
        this.from = from;
        this.separator = separator;
    }

    /**
     * Reads a table twice: first to see that all of it can be read, and whether what looks like quotation marks around fields is meant so, which in files
     * with tabs it often is not.
     *
     * @param tried takes what may turn out to be read wrongly
     */
    static void read(LabelledFile from, LabelledFile.Lines lines, LabelledFile.Lines tried) throws IOException {
        LabelledTable table = new LabelledTable(from, separator(from));
        boolean quotes = true;
        try {
            table.read(true, tried);
        } catch (IOException wrong) {
            if (table.separator != '\t' || !table.isReadable(tried)) {
                throw wrong;
            }
            quotes = false;
        }
        table.read(quotes, lines);
    }

    private static char separator(LabelledFile from) throws IOException {
        try (BufferedReader text = TextInput.open(from.file())) {
            Optional<Character> named = TextTable.separator(text, fields -> Place.named(from, fields).isPresent());
            Optional<Character> found = named.isPresent()
                    ? named
                    : TextTable.separator(text, fields -> Place.unnamed(from, fields).isPresent());
            return found
                    .orElseThrow(() -> new IOException(from.file() + ", line 1 is neither JSON nor the header of a table with a column \""
                            + from.columns().text().getFirst() + "\" and a column \"" + from.columns().label().getFirst()
                            + "\"; --text and --label tell other names"));
        }
    }

    private boolean isReadable(LabelledFile.Lines tried) {
        try {
            read(false, tried);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private void read(boolean quotes, LabelledFile.Lines lines) throws IOException {
        try (BufferedReader text = TextInput.open(from.file());
                TextTable table = TextTable.open(text, separator, quotes, from.file().toString())) {
            TextTable.Row row = table.next();
            Place place = null;
            while (row != null) {
                List<String> fields = row.fields();
                boolean header = false;
                if (place == null) {
                    Optional<Place> named = Place.named(from, fields);
                    header = named.isPresent();
                    place = named.or(() -> Place.unnamed(from, fields)).orElseThrow();
                }
                if (!header) {
                    lines.add(fields.get(place.text), fields.get(place.label), row.line());
                }
                row = table.next();
            }
        }
    }

    /** Which fields hold the text and the label. */
    private record Place(int text, int label) {
        static Optional<Place> named(LabelledFile from, List<String> fields) {
            Place place = new Place(Columns.find(from.columns().text(), fields), Columns.find(from.columns().label(), fields));
            return place.text >= 0 && place.label >= 0 && place.text != place.label ? Optional.of(place) : Optional.empty();
        }

        /** Of a table without a header: two fields, of which one is a label. */
        static Optional<Place> unnamed(LabelledFile from, List<String> fields) {
            if (fields.size() != 2) {
                return Optional.empty();
            }
            if (from.labels().sentiment(fields.getLast()).isPresent()) {
                return Optional.of(new Place(0, 1));
            }
            return from.labels().sentiment(fields.getFirst()).isPresent() ? Optional.of(new Place(1, 0)) : Optional.empty();
        }
    }
}
