package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.PostActivity;
import java.util.List;

/**
 * What a post is about, as far as its title and its tools tell.
 *
 * @param terms those of its title and, for each of its tools and themes, a facet: what is said about which tool
 * @param themes the best fitting first
 */
record Features(List<Term> terms, List<Theme> themes) {
    static Features of(PostActivity post) {
        Title title = Title.of(post.title());
        List<Theme> themes = Theme.of(title);
        List<Term> terms = title.terms();
        for (String toolId : post.toolIds().stream().sorted().toList()) {
            themes.forEach(theme -> terms.add(facet(toolId, theme)));
        }
        return new Features(terms, themes);
    }

    /** Its key is no title's: there is a tab in it. */
    private static Term facet(String toolId, Theme theme) {
        return new Term(toolId + '\t' + theme.name(), List.of(), Term.Spelling.EITHER);
    }
}
