package dev.sentimentagent.sentiment;

import static dev.sentimentagent.sentiment.Phrase.Kind.DAMPENER;
import static dev.sentimentagent.sentiment.Phrase.Kind.IDIOM;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words and constants of VADER that do not stand in its lexicon; they belong to vaderSentiment 3.3.2, and no figure is ours. */
final class EnglishRules {
    /** Mean change of intensity by a degree adverb. */
    static final double BOOST = 0.293;
    /** Mean change of intensity by capitals among words that are not. */
    static final double CAPITALS_BOOST = 0.733;
    /** What a negation makes of a valence. */
    static final double NEGATION_FACTOR = -0.74;

    static final Set<String> BOOSTERS = Set.of("absolutely", "amazingly", "awfully", "completely", "considerable", "considerably",
            "decidedly", "deeply", "effing", "enormous", "enormously", "entirely", "especially", "exceptional", "exceptionally", "extreme",
            "extremely", "fabulously", "flipping", "flippin", "frackin", "fracking", "fricking", "frickin", "frigging", "friggin", "fully",
            "fuckin", "fucking", "fuggin", "fugging", "greatly", "hella", "highly", "hugely", "incredible", "incredibly", "intensely",
            "major", "majorly", "more", "most", "particularly", "purely", "quite", "really", "remarkably", "so", "substantially",
            "thoroughly", "total", "totally", "tremendous", "tremendously", "uber", "unbelievably", "unusually", "utter", "utterly",
            "very");

    static final Set<String> DAMPENERS = Set.of("almost", "barely", "hardly", "kinda", "kindof", "kind-of", "less", "little", "marginal",
            "marginally", "occasional", "occasionally", "partly", "scarce", "scarcely", "slight", "slightly", "somewhat", "sorta", "sortof",
            "sort-of");

    /** Beside these, every word that contains "n't" negates. */
    static final Set<String> NEGATIONS = Set.of("aint", "arent", "cannot", "cant", "couldnt", "darent", "didnt", "doesnt", "dont", "hadnt",
            "hasnt", "havent", "isnt", "mightnt", "mustnt", "neednt", "oughtnt", "shant", "shouldnt", "wasnt", "werent", "wont", "wouldnt",
            "neither", "never", "none", "nope", "nor", "not", "nothing", "nowhere", "uhuh", "uh-uh", "without", "rarely", "seldom",
            "despite");

    /** "badass" is an idiom of one word in the reference too, but only pairs and triples of words are ever looked up. */
    static final List<Phrase> PHRASES = List.of(idiom("the shit", 3), idiom("the bomb", 3), idiom("bad ass", 1.5), idiom("bus stop", 0),
            idiom("yeah right", -2), idiom("kiss of death", -1.5), idiom("to die for", 3), idiom("beating heart", 3.1),
            idiom("broken heart", -2.9), dampener("just enough"), dampener("kind of"), dampener("sort of"));

    /**
     * Where the lexicon that we read differs from that of the reference. Its second ":p" is ":P" there, which no lower-case look-up finds.
     */
    static final Map<String, Double> RATINGS_CHANGED_SINCE = Map.of("heart", 3.2, "hearts", 3.3, "flawed", -2.1, "badass", 1.4, ":p", 1.0);

    private EnglishRules() {}

    private static Phrase idiom(String words, double valence) {
        return new Phrase(List.of(words.split(" ")), IDIOM, valence);
    }

    private static Phrase dampener(String words) {
        return new Phrase(List.of(words.split(" ")), DAMPENER, -BOOST);
    }
}
