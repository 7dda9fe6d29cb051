package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.sentiment.Explanation;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text: a word that made the score, or what stands between such words.
 *
 * @param valence what its sentence would lose without it; 0 for what is not marked
 */
record Piece(String text, double valence) {
    /**
     * Cuts a text into its pieces.
     *
     * @param marks in order; those that lie outside the text count for nothing
     * @param offset index of the text's first character in what was explained
     */
    static List<Piece> of(String text, List<Explanation.Mark> marks, int offset) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Explanation.Mark mark : marks) {
            int start = mark.start() - offset;
            int end = mark.end() - offset;
            if (start >= at && end <= text.length()) {
                if (start > at) {
                    pieces.add(new Piece(text.substring(at, start), 0));
                }
                pieces.add(new Piece(text.substring(start, end), mark.valence()));
                at = end;
            }
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), 0));
        }
        return pieces;
    }

    boolean marked() {
        return valence != 0;
    }

    String kind() {
        return valence > 0 ? "positive" : "negative";
    }

    /** For who points at it, and who hears it. */
    String about() {
        return (valence > 0 ? "makes it better by " : "makes it worse by ") + Show.score(Math.abs(valence)).substring(1);
    }
}
