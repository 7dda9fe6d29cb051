package dev.sentimentagent.server.trending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes one topic of those that a reader could not tell apart by their names. */
final class DistinctTopics {
    /** Names that share so much of all their words are near-identical. */
    private static final double ALIKE = 0.6;
    private static final Comparator<Draft> HOTTEST = Comparator.comparingDouble(Draft::velocity)
            .reversed()
            .thenComparing(draft -> draft.posts().getFirst().id());

    private DistinctTopics() {}

    /** @return the hottest first; at most {@code limit} */
    static List<Draft> of(List<List<RankedPost>> groups, TopicNaming naming, int limit) {
        List<Draft> drafts = groups.stream()
                .sorted(Comparator.comparingDouble(DistinctTopics::velocity).reversed())
                .limit(2L * limit)
                .map(group -> Draft.of(group, naming))
                .sorted(HOTTEST)
                .toList();
        List<Draft> distinct = new ArrayList<>();
        List<Set<String>> words = new ArrayList<>();
        for (Draft draft : drafts) {
            add(draft, distinct, words, naming);
        }
        return distinct.stream().sorted(HOTTEST).limit(limit).toList();
    }

    private static double velocity(List<RankedPost> posts) {
        return posts.stream().mapToDouble(RankedPost::velocity).sum();
    }

    private static void add(Draft draft, List<Draft> distinct, List<Set<String>> words, TopicNaming naming) {
        Draft added = draft;
        // A topic that took in another may have a new name, and that one be like a third.
        for (int twin = twin(wordsOf(added), words); twin >= 0; twin = twin(wordsOf(added), words)) {
            List<RankedPost> posts = new ArrayList<>(distinct.remove(twin).posts());
            words.remove(twin);
            posts.addAll(added.posts());
            added = Draft.of(posts, naming);
        }
        distinct.add(added);
        words.add(wordsOf(added));
    }

    private static int twin(Set<String> words, List<Set<String>> others) {
        for (int i = 0; i < others.size(); i++) {
            Set<String> both = new HashSet<>(words);
            both.retainAll(others.get(i));
            int all = words.size() + others.get(i).size() - both.size();
            if (both.size() >= ALIKE * all) {
                return i;
            }
        }
        return -1;
    }

    /** Of a name without letters, as of emoji alone, the name itself. */
    private static Set<String> wordsOf(Draft draft) {
        Set<String> words = new HashSet<>();
        for (Word word : Title.of(draft.name().theme()).words()) {
            if (word.role() != Word.Role.STOP) {
                words.add(word.key());
            }
        }
        return words.isEmpty() ? Set.of(draft.name().theme()) : words;
    }
}
