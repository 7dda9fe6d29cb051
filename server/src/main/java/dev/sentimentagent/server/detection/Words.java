package dev.sentimentagent.server.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text in Reddit's Markdown and the hosts that it links to, without code and what it quotes of others. */
final class Words {
    /**
     * A word.
     *
     * @param text as it is written
     * @param first whether it begins a sentence, a line or a phrase in marks, where any word may have a capital
     * @param joined whether a single space is all that stands between it and the word before
     */
    record Word(String text, boolean first, boolean joined) {
        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern FENCED = Pattern.compile("```.*?(?:```|$)", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("`[^`\n]*`");
    private static final Pattern OTHERS = Pattern.compile("(?m)^(?: {0,3}(?:>|&gt;)|    |\t).*$");
    private static final Pattern LINK = Pattern.compile("https?://([A-Za-z0-9.-]+)[^\\s)\\]]*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+(?:[.\\-+_'’][A-Za-z0-9]+)*");
    /** More of one text tells nothing new. */
    private static final int LONGEST = 10_000;

    private final List<Word> words = new ArrayList<>();
    private final List<String> hosts = new ArrayList<>();

    private Words() {}

    static Words of(String text) {
        Words read = new Words();
        read.read(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return read;
    }

    List<Word> words() {
        return words;
    }

    /** In lower case. */
    List<String> hosts() {
        return hosts;
    }

    private void read(String text) {
        String plain = text;
        if (plain.indexOf('`') >= 0) {
            plain = INLINE.matcher(FENCED.matcher(plain).replaceAll(" . ")).replaceAll(" . ");
        }
        plain = OTHERS.matcher(plain).replaceAll("");
        if (plain.contains("http")) {
            Matcher link = LINK.matcher(plain);
            while (link.find()) {
                hosts.add(link.group(1).toLowerCase(Locale.ROOT));
            }
            plain = LINK.matcher(plain).replaceAll(" ");
        }
        Matcher word = WORD.matcher(plain);
        int end = -1;
        while (word.find()) {
            boolean joined = end >= 0 && word.start() == end + 1 && plain.charAt(end) == ' ';
            words.add(new Word(word.group(), !joined && begins(plain, word.start()), joined));
            end = word.end();
        }
    }

    private static boolean begins(String text, int at) {
        int before = at - 1;
        while (before >= 0 && " *_\"'(“‘[".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before < 0 || ".!?:;\n-–—•#|".indexOf(text.charAt(before)) >= 0;
    }
}
