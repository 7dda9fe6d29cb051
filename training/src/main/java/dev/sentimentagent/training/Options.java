package dev.sentimentagent.training;

/**
 * What is chosen by leaving whole platforms out, not learnt.
 *
 * @param c how little weights are held back: LIBLINEAR's C
 * @param leastTexts a word must stand in so many texts
 * @param leastPlatforms of so many platforms
 * @param mostTexts of one platform, so that the largest does not decide alone
 */
record Options(double c, int leastTexts, int leastPlatforms, int mostTexts) {
    static final Options CHOSEN = new Options(0.1, 4, 2, 8000);
}
