package dev.sentimentagent.server.trending;

import dev.sentimentagent.server.trending.Keywords.Keyword;
import dev.sentimentagent.server.trending.Word.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names a topic by the tools that most of its posts speak of, the theme that fits most of them and the phrase they share, as far as there
 * are any: "GitHub Copilot: bugs and outages — agent mode". A post alone has its title in the phrase's place.
 */
final class TopicNaming {
    private static final int MAX_TOOLS = 2;
    /** A tool or theme names the topic if at least this share of its posts, by weight, speak of it. */
    private static final double NAMING_SHARE = 0.5;
    /** A phrase does at a smaller share: each post tells the story in its own words. */
    private static final double PHRASE_SHARE = 0.35;
    private static final int TITLE_LENGTH = 80;

    private final KeyPhrases keyPhrases;
    private final Map<String, String> toolNames;

    TopicNaming(KeyPhrases keyPhrases, Map<String, String> toolNames) {
        this.keyPhrases = keyPhrases;
        this.toolNames = toolNames;
    }

    record Name(String theme, List<String> keywords) {}

    /** @param posts at least one, the most engaging first */
    Name name(List<RankedPost> posts) {
        List<Title> titles = posts.stream().map(post -> Title.of(post.activity().title())).toList();
        List<String> tools = tools(posts);
        Optional<Theme> theme = theme(posts);
        Set<String> toolWords = new HashSet<>();
        tools.forEach(tool -> Title.of(tool).words().forEach(word -> toolWords.add(word.key())));
        Wording wording = new Wording(titles);
        List<Keyword> keywords = Keywords.of(posts, wording, keyPhrases, toolWords);

        String name = posts.size() == 1
                ? nameOfOne(titles.getFirst(), tools, theme)
                : nameOfMany(sharedPhrase(keywords, wording, toolWords, theme), tools, theme);
        if (name.isEmpty()) {
            name = shorten(titles.getFirst().text());
        }
        if (name.isEmpty()) {
            name = "r/" + posts.getFirst().activity().subreddit();
        }
        return new Name(name, words(keywords, theme, tools, posts));
    }

    private static String nameOfOne(Title title, List<String> tools, Optional<Theme> theme) {
        return tools.isEmpty() ? shorten(title.text()) : head(tools, theme) + " — " + shorten(title.text());
    }

    private static String nameOfMany(String phrase, List<String> tools, Optional<Theme> theme) {
        if (tools.isEmpty()) {
            return phrase.isEmpty() ? theme.map(t -> capitalise(t.label())).orElse("") : head(List.of(capitalise(phrase)), theme);
        }
        return phrase.isEmpty() ? head(tools, theme) : head(tools, theme) + " — " + phrase;
    }

    private static String head(List<String> subjects, Optional<Theme> theme) {
        return String.join(" and ", subjects) + theme.map(t -> ": " + t.label()).orElse("");
    }

    private List<String> tools(List<RankedPost> posts) {
        Map<String, Double> weights = new HashMap<>();
        posts.forEach(post -> post.toolIds().forEach(tool -> weights.merge(tool, post.weight(), Double::sum)));
        return naming(weights, posts).stream().limit(MAX_TOOLS).map(tool -> toolNames.getOrDefault(tool, tool)).toList();
    }

    private static Optional<Theme> theme(List<RankedPost> posts) {
        Map<Theme, Double> weights = new HashMap<>();
        posts.forEach(post -> post.themes().forEach(theme -> weights.merge(theme, post.weight(), Double::sum)));
        return naming(weights, posts).stream().findFirst();
    }

    private static <T extends Comparable<? super T>> List<T> naming(Map<T, Double> weights, List<RankedPost> posts) {
        double enough = posts.stream().mapToDouble(RankedPost::weight).sum() * NAMING_SHARE;
        return weights.entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= enough)
                .sorted(Map.Entry.<T, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The most telling phrase of several posts that says more than the tools and the theme do, without the tools; empty if none. */
    private static String sharedPhrase(List<Keyword> keywords, Wording wording, Set<String> toolWords, Optional<Theme> theme) {
        for (Keyword keyword : keywords) {
            List<String> words = strip(keyword.words(), toolWords);
            boolean newWords = !words.stream()
                    .allMatch(word -> toolWords.contains(word) || tells(word, theme) || word.chars().allMatch(Character::isDigit));
            if (keyword.posts() > 1 && keyword.share() >= PHRASE_SHARE && newWords) {
                return wording.spell(words);
            }
        }
        return "";
    }

    private static boolean tells(String word, Optional<Theme> theme) {
        return theme.isPresent() && theme.get() == ThemeLexicon.themeOf(word);
    }

    private static List<String> strip(List<String> words, Set<String> toolWords) {
        int from = 0;
        int to = words.size();
        while (from < to && toolWords.contains(words.get(from))) {
            from++;
        }
        while (to > from && toolWords.contains(words.get(to - 1))) {
            to--;
        }
        // One word that is left would say less than the whole: "Gemini CLI".
        return to - from > 1 && Title.role(words.get(from)) == Role.CONTENT ? words.subList(from, to) : words;
    }

    /** The keywords; too few are filled up with theme, tools and subreddits. */
    private static List<String> words(List<Keyword> keywords, Optional<Theme> theme, List<String> tools, List<RankedPost> posts) {
        Set<String> words = new LinkedHashSet<>();
        keywords.forEach(keyword -> words.add(keyword.spelling()));
        List<String> more = new ArrayList<>();
        theme.ifPresent(t -> more.add(t.label()));
        more.addAll(tools);
        posts.forEach(post -> more.add(post.activity().subreddit()));
        for (String word : more) {
            if (words.size() < Keywords.LEAST) {
                words.add(word);
            }
        }
        return List.copyOf(words);
    }

    private static String shorten(String title) {
        if (title.length() <= TITLE_LENGTH) {
            return title;
        }
        int blank = title.lastIndexOf(' ', TITLE_LENGTH);
        int end = blank > TITLE_LENGTH / 2 ? blank : TITLE_LENGTH;
        if (Character.isLowSurrogate(title.charAt(end))) {
            end--;
        }
        return title.substring(0, end).strip() + "…";
    }

    /** With a capital to begin with, unless it is spelt in a way of its own, as "llama.cpp". */
    private static String capitalise(String text) {
        int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
        boolean plain = text.substring(0, end).codePoints().allMatch(Character::isLowerCase);
        int rest = text.offsetByCodePoints(0, 1);
        return plain ? text.substring(0, rest).toUpperCase(Locale.ROOT) + text.substring(rest) : text;
    }
}
