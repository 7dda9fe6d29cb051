package dev.sentimentagent.sentiment;

import java.util.List;
import java.util.Set;

/**
 * A word that some alias contains or that tells of some tool. There is one object a word, and its identity is what is compared.
 *
 * @param aliases those that begin with it, the longest first
 * @param tellsOf ids of the tools whose ambiguous aliases it tells of
 */
record Term(String word, List<Alias> aliases, Set<String> tellsOf) {
    Term {
        aliases = List.copyOf(aliases);
        tellsOf = Set.copyOf(tellsOf);
    }
}
