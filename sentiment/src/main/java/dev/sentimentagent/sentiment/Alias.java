package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A name of a tool, in words: a dot between two of them must stand in the text, a space or hyphen stands for either.
 *
 * @param use what it means that it stands in a text
 * @param dotted for each word, whether a dot joins it to the one before
 */
record Alias(Tool tool, Use use, List<String> words, List<Boolean> dotted) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([ .-][a-z0-9]+)*");

    enum Use {
        /** The text speaks of the tool. */
        ALWAYS,
        /** It does so if a telling word is near. */
        AMBIGUOUS,
        /** These words do not speak of it, whatever other names stand in them. */
        EXCLUDING
    }

    Alias {
        words = List.copyOf(words);
        dotted = List.copyOf(dotted);
    }

    /** @throws IllegalArgumentException if the name is not lower-case words joined by spaces, hyphens or dots */
    static Alias of(Tool tool, String name, Use use) {
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
        return new Alias(tool, use, words, dotted);
    }

    static List<Alias> exclusionsOf(List<Tool> tools) {
        return tools.stream().flatMap(tool -> tool.exclusions().stream().map(name -> of(tool, name, Use.EXCLUDING))).toList();
    }

    /** Whether a name has the form of an alias. */
    static boolean isWellFormed(String name) {
        return FORM.matcher(name).matches();
    }

    static List<Alias> allOf(List<Tool> tools) {
        List<Alias> aliases = new ArrayList<>();
        for (Tool tool : tools) {
            tool.aliases().forEach(name -> aliases.add(of(tool, name, Use.ALWAYS)));
            tool.ambiguousAliases().forEach(name -> aliases.add(of(tool, name, Use.AMBIGUOUS)));
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
