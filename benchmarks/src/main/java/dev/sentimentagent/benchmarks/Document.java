package dev.sentimentagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Markdown file with blocks between {@code <!-- begin NAME -->} and {@code <!-- end NAME -->} that are written by a program. */
final class Document {
    private Document() {}

    /**
     * Puts a text in the place of what is in the block.
     *
     * @throws IllegalArgumentException if there is no such block
     */
    static String replace(String document, String block, String text) {
        String begin = "<!-- begin " + block + " -->";
        String end = "<!-- end " + block + " -->";
        int from = document.indexOf(begin);
        int to = document.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("there is no block between " + begin + " and " + end);
        }
        return document.substring(0, from + begin.length()) + "\n" + text.strip() + "\n" + document.substring(to);
    }

    static void replace(Path file, String block, String text) throws IOException {
        Files.writeString(file, replace(Files.readString(file), block, text));
    }
}
