package dev.sentimentagent.server.detection;

import dev.sentimentagent.model.Tool;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names that are not looked for, by their {@linkplain NameForm#key keys}.
 *
 * @param tools of tools that somebody has entered
 * @param others that are well known and are not of tools
 */
record KnownNames(Set<String> tools, Set<String> others) {
    static KnownNames of(List<Tool> catalogue, Set<String> others) {
        Set<String> names = new HashSet<>();
        for (Tool tool : catalogue) {
            Stream.of(tool.aliases().stream(), tool.ambiguousAliases().stream(), Stream.of(tool.id(), tool.name(), tool.vendor()))
                    .flatMap(some -> some).map(NameForm::key).forEach(names::add);
        }
        return new KnownNames(names, others);
    }

    boolean has(String key) {
        return tools.contains(key) || others.contains(key);
    }

    /** Whether a name of two words may begin with this one: "Mac Studio" is no news, "Goose Code" is. */
    boolean begins(String key) {
        return !has(key);
    }

    /** Whether it may end with this one: "Goose Copilot" is about two tools. */
    boolean ends(String key) {
        return !tools.contains(key);
    }
}
