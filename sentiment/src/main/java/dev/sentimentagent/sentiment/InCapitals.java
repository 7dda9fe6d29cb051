package dev.sentimentagent.sentiment;

/** Whether words are in capitals: have a capital and no other letter that has a case, as {@code str.isupper} of Python says. */
final class InCapitals {
    private static final int CASES = CharacterKinds.UPPER_CASE | CharacterKinds.NOT_UPPER_CASE;

    private InCapitals() {}

    /** Whether a range is; most that are not end this search at their first letter. */
    static boolean word(char[] chars, int from, int length) {
        int kinds = 0;
        for (int i = from; i < from + length; i++) {
            kinds |= CharacterKinds.at(chars, i);
            if ((kinds & CharacterKinds.NOT_UPPER_CASE) != 0) {
                return false;
            }
        }
        return (kinds & CharacterKinds.UPPER_CASE) != 0;
    }

    /** Whether all words of a text are, behind which a space stands; most that are not end this search at their second letter. */
    static boolean all(char[] chars, int length) {
        int kinds = 0;
        boolean inWord = false;
        for (int i = 0; i <= length; i++) {
            int kind = CharacterKinds.at(chars, i);
            if (kind != CharacterKinds.SPACE) {
                inWord = true;
                kinds |= kind;
            } else if (inWord) {
                if ((kinds & CASES) != CharacterKinds.UPPER_CASE) {
                    return false;
                }
                inWord = false;
                kinds = 0;
            }
            if ((kinds & CharacterKinds.NOT_UPPER_CASE) != 0) {
                return false;
            }
        }
        return true;
    }
}
