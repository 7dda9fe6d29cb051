package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A name of a tool, in words: a dot between two of them must stand in the text, a space or hyphen stands for either.
 *
 * @param dotted for each word, whether a dot joins it to the one before
 */
record Alias(Tool tool, boolean ambiguous, List<String> words, List<Boolean> dotted) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([ .-][a-z0-9]+)*");

    Alias {
        words = List.copyOf(words);
        dotted = List.copyOf(dotted);
    }

    /** @throws IllegalArgumentException if the name is not lower-case words joined by spaces, hyphens or dots */
    static Alias of(Tool tool, String name, boolean ambiguous) {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "tool '" + tool.id() + "': an alias must be lower-case words joined by spaces, hyphens or dots, not '" + name + "'");
        }
        List<String> words = new ArrayList<>();
        List<Boolean> dotted = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= name.length(); end++) {
            if (end == name.length() || !Character.isLetterOrDigit(name.charAt(end))) {
                words.add(name.substring(start, end));
                dotted.add(start > 0 && name.charAt(start - 1) == '.');
                start = end + 1;
            }
        }
        return new Alias(tool, ambiguous, words, dotted);
    }

    static List<Alias> allOf(List<Tool> tools) {
        List<Alias> aliases = new ArrayList<>();
        for (Tool tool : tools) {
            tool.aliases().forEach(name -> aliases.add(of(tool, name, false)));
            tool.ambiguousAliases().forEach(name -> aliases.add(of(tool, name, true)));
        }
        return aliases;
    }

    /** Equal for names that match the same texts. */
    List<String> signature() {
        List<String> signature = new ArrayList<>(words);
        dotted.forEach(dot -> signature.add(dot ? "." : " "));
        return signature;
    }

    @Override
    public String toString() {
        StringBuilder name = new StringBuilder(words.getFirst());
        for (int i = 1; i < words.size(); i++) {
            name.append(dotted.get(i) ? '.' : ' ').append(words.get(i));
        }
        return name.toString();
    }
}
