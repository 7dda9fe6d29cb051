package dev.sentimentagent.standin;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A tool that the generated world's people speak of.
 *
 * @param popularity how often it is chosen, relative to the others
 * @param mood how people feel about it over the years, −1 to 1
 * @param spellings how its name is written, the most usual first
 */
record Product(int index, double popularity, double mood, List<String> spellings) {
    private static final double USUAL = 0.8;

    static final List<Product> ALL = List.of(
            of(0, 10, 0.10, "Cursor", "Cursor", "the Cursor IDE", "Cursor AI"),
            of(1, 9, 0.20, "Claude Code", "Claude Code", "claude code"),
            of(2, 8, 0.15, "Claude", "Claude", "claude", "Claude Sonnet"),
            of(3, 8, -0.02, "ChatGPT", "chatgpt", "ChatGPT"),
            of(4, 6, -0.08, "GitHub Copilot", "Copilot", "github copilot"),
            of(5, 6, 0.05, "OpenAI Codex", "Codex CLI", "OpenAI Codex"),
            of(6, 6, 0.05, "Gemini", "Gemini CLI", "gemini"),
            of(7, 4, -0.10, "Windsurf", "windsurf"),
            of(8, 2.5, 0.02, "Kiro", "kiro"),
            of(9, 1.5, 0.08, "Jules", "Google Jules"),
            of(10, 1.5, -0.12, "Amazon Q", "Amazon Q Developer"),
            of(11, 1.2, -0.20, "Devin", "Devin AI"),
            of(12, 2, 0.20, "Cline", "cline"),
            of(13, 1.5, 0.25, "Aider", "aider"),
            of(14, 0.7, 0.10, "Continue.dev", "Continue"),
            of(15, 0.6, -0.15, "Tabnine", "tabnine"),
            of(16, 0.5, 0.00, "Cody", "Sourcegraph Cody"),
            of(17, 1.6, -0.12, "Replit", "Replit Agent"),
            of(18, 1.1, 0.05, "JetBrains AI", "JetBrains AI Assistant", "Junie"),
            of(19, 1.2, 0.12, "v0", "v0.dev"),
            of(20, 1.2, -0.05, "Bolt", "bolt.new"),
            of(21, 1.5, 0.05, "Lovable", "lovable"),
            of(22, 1.2, 0.30, "Zed", "the Zed editor"));

    private static final double TOTAL_POPULARITY = ALL.stream().mapToDouble(Product::popularity).sum();

    private static Product of(int index, double popularity, double mood, String... spellings) {
        return new Product(index, popularity, mood, List.copyOf(Arrays.asList(spellings)));
    }

    /** One of all, the popular ones more often. */
    static Product any(SplittableRandom random) {
        double chosen = random.nextDouble(TOTAL_POPULARITY);
        for (Product product : ALL) {
            chosen -= product.popularity;
            if (chosen < 0) {
                return product;
            }
        }
        return ALL.getFirst();
    }

    /** One of the others. */
    Product rival(SplittableRandom random) {
        Product other = any(random);
        return other.index == index ? ALL.get((index + 1) % ALL.size()) : other;
    }

    String spelling(SplittableRandom random) {
        return random.nextDouble() < USUAL ? spellings.getFirst() : spellings.get(random.nextInt(spellings.size()));
    }
}
