package dev.sentimentagent.sentiment;

import java.util.BitSet;
import java.util.function.ToIntFunction;

/**
 * An {@link Alias} in the form that a text is searched with: its words, and those that tell of its tool, as places in a {@link WordTable}.
 *
 * @param tool place of its tool in the catalogue
 * @param dotted for each word, whether a dot joins it to the one before
 * @param telling the words of which one must be near if it is ambiguous
 */
@SuppressWarnings("ArrayRecordComponent") // compared with nothing, and read once a word of the text
record AliasPattern(int tool, Alias.Use use, int[] words, boolean[] dotted, BitSet telling) {
    static AliasPattern of(Alias alias, int tool, ToIntFunction<String> placeOf) {
        int length = alias.words().size();
        boolean[] dotted = new boolean[length];
        for (int i = 0; i < length; i++) {
            dotted[i] = alias.dotted().get(i);
        }
        BitSet telling = new BitSet();
        alias.tool().tellingWords().forEach(word -> telling.set(placeOf.applyAsInt(word)));
        return new AliasPattern(tool, alias.use(), alias.words().stream().mapToInt(placeOf).toArray(), dotted, telling);
    }

    int length() {
        return words.length;
    }
}
