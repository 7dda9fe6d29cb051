package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.server.figures.Mean;
import dev.sentimentagent.server.figures.Quote;
import dev.sentimentagent.server.figures.Scope;
import dev.sentimentagent.server.figures.Spoken;
import dev.sentimentagent.server.figures.Switch;
import dev.sentimentagent.server.figures.TellingPhrase;
import dev.sentimentagent.server.figures.ThemeRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why people feel about something as they do: what their texts say. Reading these takes a moment, so a page shows this at once only if it is at
 * hand, and else where it is to be had.
 *
 * @param spoken empty if it must be asked for
 * @param toolId null for all
 */
record Why(View view, @Nullable String toolId, String of, Optional<Spoken> spoken, Map<String, String> names) {
    /** The part of a page that this is. */
    static final String PART = "why";

    /** What is at hand. */
    static Why atHand(Site site, View view, @Nullable Tool tool) {
        return new Why(view, tool, site.figures().spokenBefore(scope(view, tool)), site);
    }

    /** All of it if it is waited for, else what is at hand. */
    static Why of(Site site, View view, @Nullable Tool tool) {
        return site.waits(PART)
                ? new Why(view, tool, Optional.of(site.figures().spoken(scope(view, tool))), site)
                : atHand(site, view, tool);
    }

    private Why(View view, @Nullable Tool tool, Optional<Spoken> spoken, Site site) {
        this(view, tool == null ? null : tool.id(), tool == null ? "AI tools" : tool.name(), spoken, site.toolNames());
    }

    private static Scope scope(View view, @Nullable Tool tool) {
        return tool == null ? view.scope() : view.ofTool(tool.id());
    }

    /** The page that has all of it. */
    String address() {
        return address(Map.of());
    }

    /** The same page, with this read if need be. */
    String later() {
        return address(Map.of(Site.WAIT, PART));
    }

    String file(String name) {
        return address(Map.of("file", name));
    }

    private String address(Map<String, String> parameters) {
        return to("/why", parameters);
    }

    /** A page about the same tool. */
    private String to(String page, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        if (toolId != null) {
            all.put("tool", toolId);
        }
        return view.to(page, all);
    }

    /** Texts with a theme. */
    String posts(ThemeRow theme) {
        return posts(Map.of("theme", theme.theme()));
    }

    /** Texts with a phrase. */
    String posts(TellingPhrase phrase) {
        return posts(Map.of("q", phrase.phrase(), "sentiment", phrase.z() > 0 ? "positive" : "negative"));
    }

    private String posts(Map<String, String> parameters) {
        return to("/posts", parameters);
    }

    /** A quoted post as lists show it, with its verdicts. */
    Entry entry(Quote quote) {
        return Entry.of(quote.post(), names);
    }

    /** What of a post is quoted: the sentence that decided, or how it begins. */
    static String quoted(Quote quote) {
        return Entry.cut(quote.sentence().isBlank() ? quote.post().item().text() : quote.sentence());
    }

    /** Whether nothing can be told of so few texts. */
    static boolean silent(Spoken spoken) {
        boolean nothing = spoken.themes().isEmpty() && spoken.phrases().praise().isEmpty() && spoken.phrases().complaint().isEmpty()
                && spoken.best().isEmpty() && spoken.worst().isEmpty();
        return nothing || spoken.read() < Mean.ENOUGH;
    }

    Optional<Sheet> sheet(String name) {
        return spoken.flatMap(texts -> switch (name) {
            case "themes" -> Optional.of(themes(texts));
            case "phrases" -> Optional.of(phrases(texts));
            case "switches" -> Optional.of(switches(texts.switches()));
            default -> Optional.<Sheet>empty();
        });
    }

    private static Sheet themes(Spoken spoken) {
        Sheet sheet = new Sheet("theme", "items", "share", "positive", "neutral", "negative", "score", "low", "high", "read",
                "sampled_one_in");
        spoken.themes().forEach(theme -> sheet.row(theme.theme(), theme.tally().total(), theme.share().value(), theme.tally().positive(),
                theme.tally().neutral(), theme.tally().negative(), theme.mean().value(), theme.mean().low(), theme.mean().high(),
                spoken.read(), spoken.sampledOneIn()));
        return sheet;
    }

    private static Sheet phrases(Spoken spoken) {
        Sheet sheet = new Sheet("phrase", "tells", "z", "in_praise", "in_complaint", "authors");
        spoken.phrases().praise().forEach(phrase -> row(sheet, phrase, "praise"));
        spoken.phrases().complaint().forEach(phrase -> row(sheet, phrase, "complaint"));
        return sheet;
    }

    private static void row(Sheet sheet, TellingPhrase phrase, String tells) {
        sheet.row(phrase.phrase(), tells, phrase.z(), phrase.inPraise(), phrase.inComplaint(), phrase.authors());
    }

    static Sheet switches(List<Switch> switches) {
        Sheet sheet = new Sheet("from", "to", "items", "newest");
        switches.forEach(one -> sheet.row(one.from(), one.to(), one.count(), one.example()));
        return sheet;
    }
}
