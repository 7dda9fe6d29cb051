package dev.sentimentagent.sentiment;

/** How much exclamation and question marks add to the intensity of a text. */
final class PunctuationEmphasis {
    private static final double PER_EXCLAMATION_MARK = 0.292;
    private static final int MOST_EXCLAMATION_MARKS = 4;
    private static final double PER_QUESTION_MARK = 0.18;
    private static final int MOST_COUNTED_QUESTION_MARKS = 3;
    private static final double OF_MANY_QUESTION_MARKS = 0.96;

    private PunctuationEmphasis() {}

    static double ofExclamationMarks(int count) {
        return Math.min(count, MOST_EXCLAMATION_MARKS) * PER_EXCLAMATION_MARK;
    }

    /** A single question mark only asks. */
    static double ofQuestionMarks(int count) {
        if (count <= 1) {
            return 0;
        }
        return count <= MOST_COUNTED_QUESTION_MARKS ? count * PER_QUESTION_MARK : OF_MANY_QUESTION_MARKS;
    }
}
