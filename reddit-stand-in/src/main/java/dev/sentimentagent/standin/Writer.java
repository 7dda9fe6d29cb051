package dev.sentimentagent.standin;

import java.util.Locale;
import java.util.SplittableRandom;

/** Writes the texts of the generated world, each a pure function of its item. Thread-safe. */
final class Writer {
    private static final double IN_ANOTHER_LANGUAGE = 0.025;
    private static final double SPEAKS_OF_ANOTHER_TOOL = 0.15;
    private static final double IN_LOWER_CASE = 0.08;
    private static final double LINK_POST = 0.14;

    private final Grammar grammar;
    private final Chronicle chronicle;

    Writer(Grammar grammar, Chronicle chronicle) {
        this.grammar = grammar;
        this.chronicle = chronicle;
    }

    String title(PostPlan post) {
        return trim(grammar.say("title." + post.subject().rule(), situation(post), new SplittableRandom(Hash.mix(post.key(), 405))));
    }

    /** The address that a post links to; empty if it is a text post. */
    String link(PostPlan post) {
        SplittableRandom random = new SplittableRandom(Hash.mix(post.key(), 407));
        return random.nextDouble() < LINK_POST ? grammar.say("link", situation(post), random) : "";
    }

    String flair(PostPlan post) {
        return post.subject().name().charAt(0) + post.subject().rule().substring(1);
    }

    /** The text of a text post. */
    String body(PostPlan post) {
        Situation situation = situation(post);
        SplittableRandom random = new SplittableRandom(Hash.mix(post.key(), 406));
        String own = "body." + post.subject().rule();
        boolean craft = post.subject() == Subject.CRAFT;
        StringBuilder body = new StringBuilder();
        grammar.say(grammar.has(own) && (craft || random.nextInt(3) > 0) ? own : "body", situation, random, body);
        while (random.nextInt(4) == 0) {
            grammar.say(craft ? own : "body", situation, random, body.append("\n\n"));
        }
        return inOwnCase(trim(body.toString()), random);
    }

    String comment(PostPlan post, long key, long created) {
        SplittableRandom random = new SplittableRandom(Hash.mix(key, 402));
        Product product = random.nextDouble() < SPEAKS_OF_ANOTHER_TOOL ? Product.any(random) : post.product();
        Situation situation = situation(post, product, created, random);
        if (random.nextDouble() < IN_ANOTHER_LANGUAGE) {
            return grammar.say("foreign", situation, random);
        }
        String own = "comment." + post.subject().rule();
        String text = grammar.say(grammar.has(own) && (post.subject() == Subject.CRAFT || random.nextInt(5) < 2) ? own : "comment",
                situation, random);
        return inOwnCase(trim(text), random);
    }

    /** What an author adds in an edit. */
    String edit(String text, PostPlan post, long key, long created) {
        SplittableRandom random = new SplittableRandom(Hash.mix(key, 403));
        return text + "\n\n" + trim(grammar.say("edit", situation(post, post.product(), created, random), random));
    }

    String author(long key, PostPlan post) {
        return Author.of(key, grammar, situation(post));
    }

    private Situation situation(PostPlan post) {
        return situation(post, post.product(), post.created(), new SplittableRandom(Hash.mix(post.key(), 401)));
    }

    private Situation situation(PostPlan post, Product product, long second, SplittableRandom random) {
        String version;
        String feature;
        Happening happening = post.happening();
        if (happening != null && happening.product().index() == product.index()) {
            version = happening.version();
            feature = happening.feature();
        } else {
            version = Chronicle.versionAt(product, second, random.nextInt(10));
            feature = Chronicle.FEATURES.get(random.nextInt(Chronicle.FEATURES.size()));
        }
        Stance stance = Stance.of(chronicle.mood(product, second), random.nextDouble());
        return new Situation(product, product.rival(random), version, feature, post.community().name(), stance);
    }

    /** Some people never press the shift key. */
    private static String inOwnCase(String text, SplittableRandom random) {
        return random.nextDouble() < IN_LOWER_CASE && text.indexOf('`') < 0 ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static String trim(String text) {
        return text.strip().replace("  ", " ").replace(" \n", "\n");
    }
}
