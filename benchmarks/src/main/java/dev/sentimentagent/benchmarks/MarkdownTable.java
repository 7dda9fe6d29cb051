package dev.sentimentagent.benchmarks;

import java.util.List;

/** Writes a table, row by row. */
final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    /** @param columns their headings; those after the first hold numbers unless they begin with a space */
    MarkdownTable(String... columns) {
        row((Object[]) columns);
        text.append('|');
        for (int i = 0; i < columns.length; i++) {
            text.append(i == 0 || columns[i].startsWith(" ") ? "---|" : "---:|");
        }
        text.append('\n');
    }

    MarkdownTable row(Object... cells) {
        text.append('|');
        for (Object cell : List.of(cells)) {
            text.append(' ').append(String.valueOf(cell).strip()).append(" |");
        }
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
