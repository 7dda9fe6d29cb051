package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.Texts;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of words in one column, one a line. */
final class Lines {
    private Lines() {}

    static String join(Collection<String> words) {
        return words.stream().map(Texts::clean).map(word -> word.replaceAll("\\R", " ")).collect(Collectors.joining("\n"));
    }

    static List<String> split(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }
}
