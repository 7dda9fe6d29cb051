package dev.sentimentagent.sentiment.evaluation;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text with the same fields, separated by commas, tabs, semicolons or bars. A field in quotation marks may hold line ends, and a quotation mark if it is
 * doubled. Confined to one thread.
 */
public final class TextTable implements Closeable {
    private static final List<Character> SEPARATORS = List.of('\t', ',', ';', '|');
    /** Stands nowhere in a text. */
    private static final char NO_QUOTES = '\uFFFF';

    private final CloseableIterator<CsvRecord> records;
    private final String place;

    /**
     * A row.
     *
     * @param line number of the line that it begins in
     */
    public record Row(long line, List<String> fields) {}

    private TextTable(CloseableIterator<CsvRecord> records, String place) {
        this.records = records;
        this.place = place;
    }

    /**
     * Opens a table.
     *
     * @param text closed with it
     * @param quotes whether quotation marks around a field are no part of it
     * @param place what messages call it
     */
    public static TextTable open(BufferedReader text, char separator, boolean quotes, String place) {
        return new TextTable(reader(separator, quotes).ofCsvRecord(text).iterator(), place);
    }

    /**
     * Finds the separator by which the first row makes sense.
     *
     * @param text as it is; what was looked at is not taken
     * @param makesSense of the first row's fields
     */
    public static Optional<Character> separator(BufferedReader text, Predicate<List<String>> makesSense) throws IOException {
        text.mark(TextInput.AHEAD);
        char[] ahead = new char[TextInput.AHEAD];
        int length = text.read(ahead, 0, ahead.length);
        text.reset();
        String beginning = new String(ahead, 0, Math.max(0, length));
        return SEPARATORS.stream().filter(separator -> {
            List<String> first = first(beginning, separator);
            return first != null && makesSense.test(first);
        }).findFirst();
    }

    /**
     * The next row; null at the end. Lines with nothing in them are passed over.
     *
     * @throws IOException if it cannot be read or is not like the first; the message names its line
     */
    public @Nullable Row next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord row = records.next();
            return new Row(row.getStartingLineNumber(), row.getFields());
        } catch (CsvParseException e) {
            throw new IOException(place + ": " + message(e), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static @Nullable List<String> first(String beginning, char separator) {
        try (CsvReader<CsvRecord> reader = reader(separator, true).ofCsvRecord(beginning)) {
            return reader.stream().findFirst().map(CsvRecord::getFields).orElse(null);
        } catch (CsvParseException | IOException _) {
            return null;
        }
    }

    private static CsvReader.CsvReaderBuilder reader(char separator, boolean quotes) {
        CsvReader.CsvReaderBuilder builder = CsvReader.builder().fieldSeparator(separator).allowMissingFields(false)
                .allowExtraFields(false);
        return quotes ? builder : builder.quoteCharacter(NO_QUOTES);
    }

    /** The innermost message: which row, and what is wrong with it. */
    private static String message(CsvParseException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(e.getCause() == null ? e.getMessage() : e.getMessage() + " (" + cause.getMessage() + ")");
    }
}
