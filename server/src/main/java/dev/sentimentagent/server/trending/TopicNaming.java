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
 * are any: "GitHub Copilot: bugs and outages — agent mode". A post alone has its {@link ShortTitle} in the phrase's place.
 */
final class TopicNaming {
    private static final int MAX_TOOLS = 2;
    /** A tool names the topic if at least this share of its posts, by weight, speak of it. */
    private static final double TOOL_SHARE = 0.5;
    /** And if titles or subreddits of this share do: what bodies mention in passing is not what a topic is about. */
    private static final double SAID_SHARE = 0.25;
    /** Or if nearly all posts, and several, speak of it somewhere. */
    private static final double NEARLY_ALL = 0.8;
    private static final double THEME_SHARE = 0.5;
    /** A phrase does at a smaller share: each post tells the story in its own words. */
    private static final double PHRASE_SHARE = 0.35;
    /** So does a theme, or a second phrase, beside the phrase. */
    private static final double DETAIL_SHARE = 0.25;
    /** Titles that settle how things are worded. */
    private static final int MOST_TITLES = 200;

    private final Week week;
    private final Map<String, String> toolNames;

    TopicNaming(Week week, Map<String, String> toolNames) {
        this.week = week;
        this.toolNames = toolNames;
    }

    record Name(String theme, List<String> keywords) {}

    /** @param posts at least one, the most engaging first */
    Name name(List<RankedPost> posts) {
        List<Title> titles = posts.stream().limit(MOST_TITLES).map(post -> Title.of(post.activity().title())).toList();
        List<String> tools = tools(posts, titles);
        Set<String> toolWords = new HashSet<>();
        tools.forEach(tool -> Title.of(tool).words().forEach(word -> toolWords.add(word.key())));
        Wording wording = new Wording(titles);
        List<Keyword> keywords = Keywords.of(posts, wording, week, toolWords);
        Optional<Theme> theme = theme(posts, THEME_SHARE);

        String name = posts.size() == 1
                ? nameOfOne(titles.getFirst(), tools, theme)
                : nameOfMany(posts, keywords, wording, tools, toolWords);
        if (name.isEmpty()) {
            name = ShortTitle.of(titles.getFirst().text());
        }
        if (name.isEmpty()) {
            name = "r/" + posts.getFirst().activity().subreddit();
        }
        return new Name(name, words(keywords, theme, tools, posts));
    }

    private static String nameOfOne(Title title, List<String> tools, Optional<Theme> theme) {
        String shortTitle = ShortTitle.of(title.text());
        return tools.isEmpty() ? shortTitle : head(tools, theme) + " — " + shortTitle;
    }

    private String nameOfMany(List<RankedPost> posts, List<Keyword> keywords, Wording wording, List<String> tools, Set<String> toolWords) {
        Optional<Theme> theme = theme(posts, THEME_SHARE);
        String phrase = sharedPhrase(keywords, wording, toolWords, theme, PHRASE_SHARE, "");
        if (!tools.isEmpty()) {
            if (theme.isEmpty() && phrase.isEmpty()) {
                theme = theme(posts, DETAIL_SHARE);
                // The name of a tool alone tells nothing that happened.
                phrase = sharedPhrase(keywords, wording, toolWords, theme, DETAIL_SHARE / 3, "");
            }
            return phrase.isEmpty() ? head(tools, theme) : head(tools, theme) + " — " + phrase;
        }
        if (phrase.isEmpty()) {
            return theme.map(t -> capitalise(t.label())).orElse("");
        }
        if (theme.isEmpty()) {
            theme = theme(posts, DETAIL_SHARE);
        }
        String head = head(List.of(capitalise(phrase)), theme);
        String detail = theme.isPresent() ? "" : sharedPhrase(keywords, wording, toolWords, theme, DETAIL_SHARE / 3, phrase);
        return detail.isEmpty() ? head : head + " — " + detail;
    }

    private static String head(List<String> subjects, Optional<Theme> theme) {
        return String.join(" and ", subjects) + theme.map(t -> ": " + t.label()).orElse("");
    }

    private List<String> tools(List<RankedPost> posts, List<Title> titles) {
        Map<String, Double> weights = new HashMap<>();
        posts.forEach(post -> post.toolIds().forEach(tool -> weights.merge(tool, post.weight(), Double::sum)));
        double total = posts.stream().mapToDouble(RankedPost::weight).sum();
        return naming(weights, total * TOOL_SHARE).stream().filter(tool -> {
            String name = toolNames.getOrDefault(tool, tool);
            boolean nearlyAll = posts.size() > 1 && weights.getOrDefault(tool, 0.0) >= total * NEARLY_ALL;
            return nearlyAll || said(name, posts, titles) >= SAID_SHARE * titles.size();
        }).limit(MAX_TOOLS).map(tool -> toolNames.getOrDefault(tool, tool)).toList();
    }

    /** In how many titles or names of their subreddits a word of the tool's name stands. */
    private static long said(String tool, List<RankedPost> posts, List<Title> titles) {
        List<String> words = Title.of(tool).words().stream().map(Word::key).toList();
        long said = 0;
        for (int i = 0; i < titles.size(); i++) {
            String subreddit = posts.get(i).activity().subreddit().toLowerCase(Locale.ROOT);
            Title title = titles.get(i);
            said += words.stream().anyMatch(word -> subreddit.contains(word) || title.find(word) != null) ? 1 : 0;
        }
        return said;
    }

    private static Optional<Theme> theme(List<RankedPost> posts, double share) {
        Map<Theme, Double> weights = new HashMap<>();
        posts.forEach(post -> post.themes().forEach(theme -> weights.merge(theme, post.weight(), Double::sum)));
        return naming(weights, share * posts.stream().mapToDouble(RankedPost::weight).sum()).stream().findFirst();
    }

    private static <T extends Comparable<? super T>> List<T> naming(Map<T, Double> weights, double enough) {
        return weights.entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= enough)
                .sorted(Map.Entry.<T, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The most telling phrase of several posts that says more than what is said already, without the tools; empty if none. */
    private static String sharedPhrase(
            List<Keyword> keywords, Wording wording, Set<String> toolWords, Optional<Theme> theme, double share, String said) {
        Set<String> known = new HashSet<>(toolWords);
        Title.of(said).words().forEach(word -> known.add(word.key()));
        for (Keyword keyword : keywords) {
            List<String> words = strip(keyword.words(), toolWords);
            boolean newWords = !words.stream()
                    .allMatch(word -> known.contains(word) || tells(word, theme) || Anchors.isSize(word));
            boolean repeats = !said.isEmpty() && (words.stream().anyMatch(known::contains) || known.contains(String.join("", words)));
            if (keyword.posts() > 1 && keyword.share() >= share && newWords && !repeats) {
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

    /** With a capital to begin with, unless it is spelt in a way of its own, as "llama.cpp". */
    private static String capitalise(String text) {
        int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
        boolean plain = text.substring(0, end).codePoints().allMatch(Character::isLowerCase);
        int rest = text.offsetByCodePoints(0, 1);
        return plain ? text.substring(0, rest).toUpperCase(Locale.ROOT) + text.substring(rest) : text;
    }
}
