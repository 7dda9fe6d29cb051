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

    private static final int NEGATED = 0x5BD1E995;
    private static final int START = TalkHash.of("<start>");
    private static final int END = TalkHash.of("<end>");
    /** So many words behind a negation are negated. */
    private static final int NEGATION_REACH = 4;
    private static final double FLIP = -0.74;
    private static final double BOOST = 0.293;
    private static final double CAPITALS_BOOST = 0.733;
    private static final double ALPHA = 15;
    /** A text of fewer words is too short to tell its language. */
    private static final int WORDS_TO_TELL = 5;
    private static final int INITIAL_CAPACITY = 1 << 9;

    private final TalkLexicon lexicon;
    private final TalkTokens tokens;
    private int[] hashes = new int[INITIAL_CAPACITY];
    private int size;
    private final double[] figures = new double[FIGURES];
    private int words;
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
        words = 0;
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
        return words < WORDS_TO_TELL || foreignWords < 2 || 8 * foreignWords < words || foreignWords <= englishWords;
    }

    int capacity() {
        return tokens.capacity();
    }

    TalkTokens tokens() {
        return tokens;
    }

    private void collect() {
        int count = tokens.size();
        int previous = START;
        int negatedLeft = 0;
        int before = HashIndex.ABSENT;
        int beforeThat = HashIndex.ABSENT;
        Sums all = new Sums();
        double sentenceSum = 0;
        double first = 0;
        double lowest = 0;
        double highest = 0;
        double tail = 0;
        int sentences = 0;
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
        boolean asks = false;
        boolean contrast = false;
        int end = END;
        for (int i = 0; i < count; i++) {
            int hash = tokens.hash(i);
            boolean word = tokens.is(i, TalkTokens.WORD);
            int place = lexicon.find(hash);
            if (tokens.is(i, TalkTokens.SENTENCE)) {
                if (i > 0) {
                    double compound = compound(sentenceSum);
                    if (sentences == 0) {
                        first = compound;
                    }
                    lowest = Math.min(lowest, compound);
                    highest = Math.max(highest, compound);
                    sentences++;
                    sentenceSum = 0;
                }
                sinceSentence = 0;
                contrast = false;
            }
            if (tokens.is(i, TalkTokens.CLAUSE) || lexicon.is(place, TalkLexicon.BUT)) {
                negatedLeft = 0;
            }
            if (lexicon.is(place, TalkLexicon.BUT) && !contrast) {
                contrast = true;
                all.weaken(sentenceSum / 2);
                sentenceSum /= 2;
            }
            if (sinceSentence == 0 && lexicon.is(place, TalkLexicon.QUESTION_WORD)) {
                asks = true;
            }
            boolean negated = negatedLeft > 0;
            int known = negated && word ? hash ^ NEGATED : hash;
            add(known);
            add(TalkHash.pair(previous, known));
            previous = known;
            double rating = rating(i, place, before);
            if (rating != 0) {
                if (lexicon.is(before, TalkLexicon.BOOSTER) || lexicon.is(beforeThat, TalkLexicon.BOOSTER)) {
                    rating += Math.signum(rating) * BOOST;
                } else if (lexicon.is(before, TalkLexicon.DAMPENER)) {
                    rating -= Math.signum(rating) * BOOST;
                }
                if (tokens.is(i, TalkTokens.CAPITALS)) {
                    rating += Math.signum(rating) * CAPITALS_BOOST;
                }
                if (tokens.is(i, TalkTokens.STRETCHED)) {
                    rating += Math.signum(rating) * BOOST;
                }
                if (negated) {
                    rating *= FLIP;
                }
                if (contrast) {
                    rating *= 1.5;
                }
                sentenceSum += rating;
                all.add(rating);
                tail = rating;
            }
            if (word) {
                words++;
                englishWords += lexicon.is(place, TalkLexicon.ENGLISH) ? 1 : 0;
                foreignWords += lexicon.is(place, TalkLexicon.FOREIGN) ? 1 : 0;
                sinceSentence++;
                capitals += tokens.is(i, TalkTokens.CAPITALS) ? 1 : 0;
                stretched += tokens.is(i, TalkTokens.STRETCHED) ? 1 : 0;
                negatedLeft = Math.max(0, negatedLeft - 1);
                firstPersons += lexicon.is(place, TalkLexicon.FIRST_PERSON) ? 1 : 0;
                secondPersons += lexicon.is(place, TalkLexicon.SECOND_PERSON) ? 1 : 0;
                wishes += lexicon.is(place, TalkLexicon.WISH) ? 1 : 0;
                if (lexicon.is(place, TalkLexicon.NEGATION)) {
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
            beforeThat = before;
            before = place;
        }
        add(TalkHash.pair(previous, end));
        double compound = compound(sentenceSum);
        if (sentences == 0) {
            first = compound;
        }
        lowest = Math.min(lowest, compound);
        highest = Math.max(highest, compound);
        double last = compound;
        sentences++;
        double overall = compound(all.sum());
        int marks = tokens.exclamationMarks();
        int n = 0;
        figures[n++] = overall;
        figures[n++] = Math.abs(overall);
        figures[n++] = all.positive / (all.positive + all.negative + words + 1);
        figures[n++] = all.negative / (all.positive + all.negative + words + 1);
        figures[n++] = first;
        figures[n++] = last;
        figures[n++] = lowest;
        figures[n++] = highest;
        figures[n++] = all.count == 0 ? 1 : 0;
        figures[n++] = all.positive > 0 && all.negative == 0 ? 1 : 0;
        figures[n++] = all.negative > 0 && all.positive == 0 ? 1 : 0;
        figures[n++] = all.negative > 0 && all.positive > 0 ? 1 : 0;
        figures[n++] = Math.tanh(tail / 2);
        figures[n++] = all.strongest / 4;
        figures[n++] = all.weakest / 4;
        figures[n++] = Math.min(1, all.positive / 10);
        figures[n++] = Math.min(1, all.negative / 10);
        int bin = n + (int) Math.min(6, Math.max(0, Math.floor((overall + 1) * 3.5)));
        figures[bin] = 1;
        n += 7;
        figures[n++] = Math.min(3, marks) / 3.0;
        figures[n++] = Math.min(3, tokens.questionMarks()) / 3.0;
        figures[n++] = tokens.questionMarks() > 0 ? 1 : 0;
        figures[n++] = Math.log(1 + words) / 5;
        figures[n++] = Math.log(sentences) / 3;
        figures[n++] = placeholders > 0 ? 1 : 0;
        figures[n++] = urls > 0 ? 1 : 0;
        figures[n++] = users > 0 ? 1 : 0;
        figures[n++] = Math.min(3, numbers) / 3.0;
        figures[n++] = words == 0 ? 0 : (double) capitals / words;
        figures[n++] = stretched > 0 ? 1 : 0;
        figures[n++] = Math.min(3, negations) / 3.0;
        figures[n++] = asks ? 1 : 0;
        figures[n++] = words == 0 ? 0 : Math.min(1, 5.0 * firstPersons / words);
        figures[n++] = words == 0 ? 0 : Math.min(1, 5.0 * secondPersons / words);
        figures[n++] = words == 0 ? 0 : Math.min(1, 5.0 * wishes / words);
        assert n == FIGURES;
    }

    /** Of a phrase of two words, its second bears the rating; the first word's own stays. */
    private double rating(int index, int place, int before) {
        if (index > 0 && lexicon.is(before, TalkLexicon.PHRASE_START) && !tokens.is(index, TalkTokens.CLAUSE)) {
            int phrase = lexicon.find(TalkHash.pair(tokens.hash(index - 1), tokens.hash(index)));
            if (phrase >= 0) {
                return lexicon.rating(phrase);
            }
        }
        return lexicon.rating(place);
    }

    private static double compound(double sum) {
        return sum / Math.sqrt(sum * sum + ALPHA);
    }

    private void add(int hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash;
    }

    private static final class Sums {
        private double positive;
        private double negative;
        private double strongest;
        private double weakest;
        private double correction;
        private int count;

        void add(double rating) {
            count++;
            if (rating > 0) {
                positive += rating;
                strongest = Math.max(strongest, rating);
            } else {
                negative -= rating;
                weakest = Math.min(weakest, rating);
            }
        }

        void weaken(double amount) {
            correction += amount;
        }

        double sum() {
            return positive - negative - correction;
        }
    }
}
