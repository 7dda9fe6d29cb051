package dev.sentimentagent.server.detection;

import dev.sentimentagent.server.detection.Words.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what could be the names of tools in a text: words with capitals where they would have none, with dots, two of them together, and
 * hosts that are linked to. Thread-safe.
 */
final class NameSpotter {
    /** One uses, tries, runs what is a tool, and compares it with another. */
    private static final Set<String> BEFORE = Set.of("using", "use", "used", "uses", "try", "tried", "trying", "run", "running", "runs",
            "install", "installed", "installing", "vs", "versus", "via");
    private static final Set<String> LEAVING = Set.of("switch", "switched", "switching", "move", "moved", "moving", "migrate", "migrated",
            "migrating", "alternative", "alternatives", "compared", "back", "over");
    private static final Set<String> AFTER = Set.of("vs", "versus");
    private static final int REACH = 4;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;

    private final KnownNames known;

    NameSpotter(KnownNames known) {
        this.known = known;
    }

    /**
     * A name in a text.
     *
     * @param written as it was written there first, without its version
     * @param asTool whether it stood once where tools do
     */
    record Spotted(String written, boolean asTool) {}

    /** The names in a text by their keys, each once. */
    Map<String, Spotted> spot(Words text) {
        Map<String, Spotted> spotted = new HashMap<>();
        List<Word> words = text.words();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            NameForm form = NameForm.of(word.text());
            if (form == null || (form == NameForm.CAPITALISED && word.first())) {
                continue;
            }
            boolean asTool = asTool(words, i, i);
            if (form != NameForm.ACRONYM) {
                add(spotted, NameForm.base(word.text()), asTool);
            }
            if (i + 1 < words.size() && isName(word, words.get(i + 1))) {
                add(spotted, NameForm.base(word.text()) + " " + NameForm.base(words.get(i + 1).text()), asTool || asTool(words, i, i + 1));
            }
        }
        text.hosts().forEach(host -> add(spotted, Hosts.name(host), true));
        return spotted;
    }

    private boolean isName(Word word, Word next) {
        return next.joined() && !NameForm.isVersion(next.text()) && NameForm.of(next.text()) != null && known.begins(key(word))
                && known.ends(key(next));
    }

    private static String key(Word word) {
        return NameForm.key(NameForm.base(word.text()));
    }

    private void add(Map<String, Spotted> spotted, String name, boolean asTool) {
        String key = NameForm.key(name);
        if (key.length() >= SHORTEST && key.length() <= LONGEST && !known.has(key)) {
            spotted.merge(key, new Spotted(name, asTool), (a, b) -> new Spotted(a.written(), a.asTool() || b.asTool()));
        }
    }

    private static boolean asTool(List<Word> words, int from, int to) {
        if (to + 1 < words.size() && AFTER.contains(words.get(to + 1).lower())) {
            return true;
        }
        if (from == 0) {
            return false;
        }
        String before = words.get(from - 1).lower();
        return BEFORE.contains(before)
                || ((before.equals("to") || before.equals("from") || before.equals("with")) && isLeft(words, from - 1));
    }

    /** Whether somebody leaves one for another: "switched from Cursor to …". */
    private static boolean isLeft(List<Word> words, int before) {
        return words.subList(Math.max(0, before - REACH), before).stream().anyMatch(word -> LEAVING.contains(word.lower()));
    }
}
