package dev.sentimentagent.standin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A context-free grammar whose expansions are texts. Its rules are explained at the head of {@code grammar.txt}. Every reference is
 * resolved when it is read, so that a slip of the pen fails at once. Immutable.
 */
final class Grammar {
    /** Names that the situation gives, not the grammar. */
    private static final Set<String> GIVEN = Set.of("tool", "rival", "version", "feature", "sub");

    private static final Pattern REFERENCE = Pattern.compile("\\{([\\^?]?)([a-z0-9.]+)(?:-(\\d+))?(\\*?)}");

    private final Map<String, Rule> rules;

    private Grammar(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /** Reads the grammar that ships with the stand-in. */
    static Grammar load() {
        try (InputStream in = Grammar.class.getResourceAsStream("grammar.txt")) {
            if (in == null) {
                throw new IllegalStateException("grammar.txt is missing from the stand-in's jar");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("grammar.txt cannot be read", e);
        }
    }

    static Grammar parse(List<String> lines) {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("== ")) {
                current = new ArrayList<>();
                sources.put(line.substring(3).strip(), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(line.replace("\\n", "\n"));
            }
        }
        Map<String, Rule> rules = new HashMap<>();
        sources.keySet().forEach(name -> rules.put(name, new Rule(new ArrayList<>())));
        sources.forEach((name, ways) -> {
            for (String way : ways) {
                rule(rules, name).ways().add(compile(way, rules));
            }
        });
        return new Grammar(rules);
    }

    /** Whether there is a rule of that name. */
    boolean has(String rule) {
        return rules.containsKey(rule);
    }

    /**
     * Appends an expansion of the rule.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    void say(String rule, Situation situation, SplittableRandom random, StringBuilder out) {
        rule(rules, rule).say(situation, random, out);
    }

    String say(String rule, Situation situation, SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        say(rule, situation, random, out);
        return out.toString();
    }

    private static Rule rule(Map<String, Rule> rules, String name) {
        Rule rule = rules.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("the grammar has no rule " + name);
        }
        return rule;
    }

    private static Part[] compile(String way, Map<String, Rule> rules) {
        List<Part> parts = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(way);
        int end = 0;
        while (reference.find()) {
            if (reference.start() > end) {
                parts.add(literal(way.substring(end, reference.start())));
            }
            parts.add(part(reference, rules));
            end = reference.end();
        }
        if (end < way.length()) {
            parts.add(literal(way.substring(end)));
        }
        return parts.toArray(Part[]::new);
    }

    private static Literal literal(String text) {
        if (text.indexOf('{') >= 0) {
            throw new IllegalArgumentException("not a reference to a rule: " + text);
        }
        return new Literal(text);
    }

    private static Part part(Matcher reference, Map<String, Rule> rules) {
        String mark = reference.group(1);
        String name = reference.group(2);
        String upper = reference.group(3);
        if (upper != null) {
            return new Range(Integer.parseInt(name), Integer.parseInt(upper));
        }
        Part part;
        if (!reference.group(4).isEmpty()) {
            Map<Stance, Rule> byStance = new EnumMap<>(Stance.class);
            for (Stance stance : Stance.values()) {
                byStance.put(stance, rule(rules, name + "." + stance.name().toLowerCase(Locale.ROOT)));
            }
            part = new ByStance(byStance);
        } else {
            part = GIVEN.contains(name) ? new Given(name) : rule(rules, name);
        }
        return switch (mark) {
            case "^" -> new Capital(part);
            case "?" -> new Perhaps(part);
            default -> part;
        };
    }

    private sealed interface Part {
        void say(Situation situation, SplittableRandom random, StringBuilder out);
    }

    private record Rule(List<Part[]> ways) implements Part {
        @Override
        public void say(Situation situation, SplittableRandom random, StringBuilder out) {
            for (Part part : ways.get(random.nextInt(ways.size()))) {
                part.say(situation, random, out);
            }
        }
    }

    private record Literal(String text) implements Part {
        @Override
        public void say(Situation situation, SplittableRandom random, StringBuilder out) {
            out.append(text);
        }
    }

    private record Range(int from, int to) implements Part {
        @Override
        public void say(Situation situation, SplittableRandom random, StringBuilder out) {
            out.append(random.nextInt(from, to + 1));
        }
    }

    private record Given(String name) implements Part {
        @Override
        public void say(Situation situation, SplittableRandom random, StringBuilder out) {
            out.append(situation.name(name, random));
        }
    }

    private record ByStance(Map<Stance, Rule> rules) implements Part {
        @Override
        public void say(Situation situation, SplittableRandom random, StringBuilder out) {
            requireNonNull(rules.get(situation.stance())).say(situation, random, out);
        }
    }

    private record Capital(Part part) implements Part {
        @Override
        public void say(Situation situation, SplittableRandom random, StringBuilder out) {
            int start = out.length();
            part.say(situation, random, out);
            if (out.length() > start) {
                out.setCharAt(start, Character.toUpperCase(out.charAt(start)));
            }
        }
    }

    private record Perhaps(Part part) implements Part {
        @Override
        public void say(Situation situation, SplittableRandom random, StringBuilder out) {
            if (random.nextBoolean()) {
                part.say(situation, random, out);
            }
        }
    }
}
