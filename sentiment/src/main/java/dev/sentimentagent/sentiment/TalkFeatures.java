package dev.sentimentagent.sentiment;

import java.util.Arrays;

/**
 * What the model of developers' talk looks at in a text, the same in training and in service: words and pairs of words by their hashes,
 * those behind a negation apart, and some figures of the whole text. Used for one text after another; confined to one thread.
 *
 * <p>Tokens and the handling of negation follow Pang, Lee and Vaithyanathan, "Thumbs up? Sentiment Classification using Machine Learning
 * Techniques" (2002); ratings and what stands around a rated word follow VADER (see {@link VaderScorer}).
 */
public final class TalkFeatures {
    /** How many figures {@link #figure} has. */
    public static final int FIGURES = 40;

    private static final int BREAKS = TalkTokens.SENTENCE | TalkTokens.CLAUSE;
    private static final int NEGATED = 0x5BD1E995;
    private static final int START = TalkHash.of("<start>");
    private static final int END = TalkHash.of("<end>");
    /** So many words behind a negation are negated. */
    private static final int NEGATION_REACH = 4;
    private static final double FLIP = -0.74;
    private static final double BOOST = 0.293;
    private static final double CAPITALS_BOOST = 0.733;
    private static final double AFTER_BUT = 1.5;
    /** Of the compound of the whole text. */
    private static final int BINS = 7;
    /** A text of fewer words is too short to tell its language. */
    private static final int WORDS_TO_TELL = 5;
    private static final int INITIAL_CAPACITY = 1 << 9;

    private final TalkLexicon lexicon;
    private final TalkTokens tokens;
    private final TalkRatings ratings = new TalkRatings();
    private int[] hashes = new int[INITIAL_CAPACITY];
    private int size;
    private final double[] figures = new double[FIGURES];
    private int wordCount;
    private int englishWords;
    private int foreignWords;

    /** @throws IllegalStateException if the lexicon is not on the class path */
    public TalkFeatures() {
        this(TalkLexicon.load());
    }

    TalkFeatures(TalkLexicon lexicon) {
        this.lexicon = lexicon;
        this.tokens = new TalkTokens(lexicon);
    }

    /** Takes the features of a text in place of those that it had. */
    public void read(String text) {
        read(text, 0, text.length());
    }

    /** Takes the features of a part of a text in place of those that it had. */
    public void read(String text, int from, int to) {
        tokens.read(text, from, to);
        size = 0;
        wordCount = 0;
        englishWords = 0;
        foreignWords = 0;
        Arrays.fill(figures, 0);
        if (tokens.size() > 0) {
            collect();
        }
    }

    /** Whether the text has no word or mark of its author's. */
    public boolean isEmpty() {
        return tokens.size() == 0;
    }

    /** How many hashes there are; one may be there several times. */
    public int size() {
        return size;
    }

    public int hash(int index) {
        return hashes[index];
    }

    /** All of them, of which the first {@link #size} count; not to be changed. */
    int[] hashes() {
        return hashes;
    }

    /** A figure of the whole text, about −1 to 1. */
    public double figure(int index) {
        return figures[index];
    }

    /**
     * Whether the text may be English, judged by its script and its commonest words; so it is where it is too short to tell.
     */
    boolean isEnglish() {
        int letters = tokens.letters();
        if (2 * tokens.foreignLetters() > letters) {
            return false;
        }
        return wordCount < WORDS_TO_TELL || foreignWords < 2 || 8 * foreignWords < wordCount || foreignWords <= englishWords;
    }

    int capacity() {
        return tokens.capacity();
    }

    TalkTokens tokens() {
        return tokens;
    }

    private void collect() {
        int count = tokens.size();
        if (hashes.length < 2 * count + 1) {
            hashes = new int[4 * count];
        }
        ratings.clear();
        int previous = START;
        int negatedLeft = 0;
        int rolesBefore = 0;
        int rolesBeforeThat = 0;
        int words = 0;
        int english = 0;
        int foreign = 0;
        int capitals = 0;
        int stretched = 0;
        int placeholders = 0;
        int negations = 0;
        int urls = 0;
        int users = 0;
        int numbers = 0;
        int firstPersons = 0;
        int secondPersons = 0;
        int wishes = 0;
        int sinceSentence = 0;
        int questionWords = 0;
        boolean contrast = false;
        for (int i = 0; i < count; i++) {
            int hash = tokens.hash(i);
            int kind = tokens.kind(i);
            int place = lexicon.find(hash);
            int roles = lexicon.roles(place);
            // What few tokens do stands behind one question: most time here goes to those whose answers cannot be foreseen.
            if (((kind & BREAKS) | (roles & TalkLexicon.BUT)) != 0) {
                if ((kind & TalkTokens.SENTENCE) != 0) {
                    if (i > 0) {
                        ratings.endSentence();
                    }
                    sinceSentence = 0;
                    contrast = false;
                }
                negatedLeft = 0;
                if ((roles & TalkLexicon.BUT) != 0 && !contrast) {
                    contrast = true;
                    ratings.contrast();
                }
            }
            questionWords |= sinceSentence == 0 ? roles & TalkLexicon.QUESTION_WORD : 0;
            boolean word = (kind & TalkTokens.WORD) != 0;
            boolean negated = negatedLeft > 0;
            int known = negated && word ? hash ^ NEGATED : hash;
            hashes[2 * i] = known;
            hashes[2 * i + 1] = TalkHash.pair(previous, known);
            previous = known;
            double rating = ((roles & TalkLexicon.RATED) | (rolesBefore & TalkLexicon.PHRASE_START)) == 0
                    ? 0
                    : rating(i, place, rolesBefore);
            if (rating != 0) {
                rating = beside(rating, kind, rolesBefore, rolesBeforeThat);
                if (negated) {
                    rating *= FLIP;
                }
                ratings.add(contrast ? rating * AFTER_BUT : rating);
            }
            if (word) {
                words++;
                sinceSentence++;
                english += Integer.bitCount(roles & TalkLexicon.ENGLISH);
                foreign += Integer.bitCount(kind & TalkTokens.FOREIGN_SCRIPT);
                // "OS", "UN" and "LA" are no words.
                foreign += (kind & TalkTokens.CAPITALS) == 0 ? Integer.bitCount(roles & TalkLexicon.FOREIGN) : 0;
                capitals += Integer.bitCount(kind & TalkTokens.CAPITALS);
                stretched += Integer.bitCount(kind & TalkTokens.STRETCHED);
                firstPersons += Integer.bitCount(roles & TalkLexicon.FIRST_PERSON);
                secondPersons += Integer.bitCount(roles & TalkLexicon.SECOND_PERSON);
                wishes += Integer.bitCount(roles & TalkLexicon.WISH);
                negatedLeft = Math.max(0, negatedLeft - 1);
                if ((roles & TalkLexicon.NEGATION) != 0) {
                    negations++;
                    negatedLeft = NEGATION_REACH;
                }
            } else if (hash == TalkTokens.CODE) {
                placeholders++;
            } else if (hash == TalkTokens.URL) {
                urls++;
            } else if (hash == TalkTokens.USER) {
                users++;
            } else if (hash == TalkTokens.NUMBER) {
                numbers++;
            }
            rolesBeforeThat = rolesBefore;
            rolesBefore = roles;
        }
        hashes[2 * count] = TalkHash.pair(previous, END);
        size = 2 * count + 1;
        wordCount = words;
        englishWords = english;
        foreignWords = foreign;
        double last = ratings.endSentence();
        int n = setRatings(last, words);
        figures[n++] = Math.min(3, tokens.exclamationMarks()) / 3.0;
        figures[n++] = Math.min(3, tokens.questionMarks()) / 3.0;
        figures[n++] = tokens.questionMarks() > 0 ? 1 : 0;
        figures[n++] = Math.log(1 + words) / 5;
        figures[n++] = Math.log(ratings.sentences()) / 3;
        figures[n++] = placeholders > 0 ? 1 : 0;
        figures[n++] = urls > 0 ? 1 : 0;
        figures[n++] = users > 0 ? 1 : 0;
        figures[n++] = Math.min(3, numbers) / 3.0;
        figures[n++] = words == 0 ? 0 : (double) capitals / words;
        figures[n++] = stretched > 0 ? 1 : 0;
        figures[n++] = Math.min(3, negations) / 3.0;
        figures[n++] = questionWords != 0 ? 1 : 0;
        figures[n++] = words == 0 ? 0 : Math.min(1, 5.0 * firstPersons / words);
        figures[n++] = words == 0 ? 0 : Math.min(1, 5.0 * secondPersons / words);
        figures[n++] = words == 0 ? 0 : Math.min(1, 5.0 * wishes / words);
        assert n == FIGURES;
    }

    /** Sets the figures that come of the ratings, from the first on, and returns how many these are. */
    private int setRatings(double last, int words) {
        double overall = ratings.overall();
        double positive = ratings.positive();
        double negative = ratings.negative();
        int n = 0;
        figures[n++] = overall;
        figures[n++] = Math.abs(overall);
        figures[n++] = positive / (positive + negative + words + 1);
        figures[n++] = negative / (positive + negative + words + 1);
        figures[n++] = ratings.first();
        figures[n++] = last;
        figures[n++] = ratings.lowest();
        figures[n++] = ratings.highest();
        figures[n++] = ratings.count() == 0 ? 1 : 0;
        figures[n++] = positive > 0 && negative == 0 ? 1 : 0;
        figures[n++] = negative > 0 && positive == 0 ? 1 : 0;
        figures[n++] = negative > 0 && positive > 0 ? 1 : 0;
        figures[n++] = Math.tanh(ratings.latest() / 2);
        figures[n++] = ratings.strongest() / 4;
        figures[n++] = ratings.weakest() / 4;
        figures[n++] = Math.min(1, positive / 10);
        figures[n++] = Math.min(1, negative / 10);
        int bin = (int) Math.min(BINS - 1, Math.max(0, Math.floor((overall + 1) * BINS / 2)));
        figures[n + bin] = 1;
        return n + BINS;
    }

    /** Of a phrase of two words, its second bears the rating; the first word's own stays. */
    private double rating(int index, int place, int rolesBefore) {
        if ((rolesBefore & TalkLexicon.PHRASE_START) != 0 && (tokens.kind(index) & TalkTokens.CLAUSE) == 0) {
            int phrase = lexicon.find(TalkHash.pair(tokens.hash(index - 1), tokens.hash(index)));
            if (lexicon.has(phrase)) {
                return lexicon.rating(phrase);
            }
        }
        return lexicon.rating(place);
    }

    /** A rating other than 0 as the words before and the way that the word is written change it. */
    private static double beside(double rating, int kind, int rolesBefore, int rolesBeforeThat) {
        double result = rating;
        if (((rolesBefore | rolesBeforeThat) & TalkLexicon.BOOSTER) != 0) {
            result += Math.signum(result) * BOOST;
        } else if ((rolesBefore & TalkLexicon.DAMPENER) != 0) {
            result -= Math.signum(result) * BOOST;
        }
        if ((kind & TalkTokens.CAPITALS) != 0) {
            result += Math.signum(result) * CAPITALS_BOOST;
        }
        return (kind & TalkTokens.STRETCHED) != 0 ? result + Math.signum(result) * BOOST : result;
    }
}
