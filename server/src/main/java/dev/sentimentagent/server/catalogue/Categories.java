package dev.sentimentagent.server.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The categories of the admin contract: those that it names now, older ones, and those that a form of the old page adds. */
public final class Categories {
    public static final int MOST = 5;

    private static final Set<String> ALL = Set.of("code_assistant", "autonomous_agent", "code_review", "testing", "devops",
            "project_management", "collaboration", "other", "code-completion", "chat", "analysis", "chatbot", "image_generation", "writing",
            "productivity", "ai_chatbot", "data_analysis", "automation", "research");

    private Categories() {}

    /**
     * A category in lower case.
     *
     * @throws CatalogueException if it is not known
     */
    public static String known(String name) {
        String category = name.strip().toLowerCase(Locale.ROOT);
        if (!ALL.contains(category)) {
            throw CatalogueException.invalid("'" + name + "' is not a category; there are " + String.join(", ", all()));
        }
        return category;
    }

    /**
     * The categories in lower case, each once.
     *
     * @throws CatalogueException if there are none, too many, or one that is not known
     */
    static List<String> checked(List<String> given) {
        Set<String> categories = new LinkedHashSet<>();
        for (String name : given) {
            categories.add(known(name));
        }
        if (categories.isEmpty() || categories.size() > MOST) {
            throw CatalogueException.invalid("categories must be one to five, not " + categories.size());
        }
        return List.copyOf(categories);
    }

    /**
     * The same of those that somebody has chosen one by one.
     *
     * @throws CatalogueException also if one is named twice
     */
    static List<String> distinct(List<String> given) {
        List<String> categories = checked(given);
        if (categories.size() < given.size()) {
            throw CatalogueException.invalid("categories must be distinct");
        }
        return categories;
    }

    /** All that are accepted, sorted. */
    public static List<String> all() {
        return ALL.stream().sorted().toList();
    }

    /** The category of the contract that fits one of the catalogue that ships. */
    static String ofKind(String kind) {
        return switch (kind) {
            case "coding assistant", "editor" -> "code_assistant";
            case "coding agent", "app builder" -> "autonomous_agent";
            case "assistant" -> "chatbot";
            default -> ALL.contains(kind) ? kind : "other";
        };
    }
}
