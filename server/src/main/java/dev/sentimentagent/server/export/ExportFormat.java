package dev.sentimentagent.server.export;

import java.util.Locale;

/** How items are written. */
public enum ExportFormat {
    /** RFC 4180, with a line of names first. Text stands as it was written: a spreadsheet may take one that begins with {@code =} for a formula. */
    CSV("text/csv; charset=utf-8; header=present"),
    /** One JSON object a line. */
    NDJSON("application/x-ndjson");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Lower-case name, which is the ending of a file too. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
