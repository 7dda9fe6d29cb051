package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.ToolVerdict;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What moved a mean, and who is named together with whom: counted from the voices. Thread-safe. */
record Movements(Sources sources, Store store, Texts texts, Supplier<Map<String, String>> toolNames) {
    private static final int TOPICS = 100;

    Moved moved(Scope scope, Groups groups) {
        return switch (groups) {
            case TOOLS -> byGroup(scope, group -> group.toolIds(), id -> toolNames.get().getOrDefault(id, id));
            case SUBREDDITS -> byGroup(scope, group -> Set.of(group.subreddit()), id -> id);
            case TOPICS -> byTopic(scope);
            case THEMES -> texts.moved(scope);
        };
    }

    List<Together> together(Scope scope) {
        sources.ensure(scope.window());
        Map<String, Tally> tallies = new HashMap<>();
        VoiceGroups.Known known = sources.voices().groups().known();
        IntPredicate matches = known.matches(scope.subreddit(), scope.toolId());
        Tally[] counted = new Tally[known.groups().size()];
        sources.voices().each(scope.window(), matches.and(group -> known.tools(group).length > 1), (group, sign, compound, _, _) -> {
            Tally before = counted[group] == null ? Tally.ZERO : counted[group];
            counted[group] = before.plus(Tally.of(HourVoices.sentiment(sign), compound));
        });
        for (int i = 0; i < counted.length; i++) {
            if (counted[i] != null) {
                Mentions mentions = known.groups().get(i).mentions();
                for (String tool : mentions.toolIds()) {
                    ToolVerdict verdict = mentions.verdicts().get(tool);
                    tallies.merge(tool, verdict == null ? counted[i] : Tally.of(verdict).times(counted[i].total()), Tally::plus);
                }
            }
        }
        return tallies.entrySet()
                .stream()
                .filter(tool -> !tool.getKey().equals(scope.toolId()))
                .map(tool -> new Together(tool.getKey(), toolNames.get().getOrDefault(tool.getKey(), tool.getKey()), tool.getValue()))
                .sorted(Comparator.comparingLong((Together tool) -> tool.tally().total()).reversed().thenComparing(Together::toolId))
                .toList();
    }

    private interface Naming {
        String name(String id);
    }

    private interface Membership {
        Set<String> of(VoiceGroups.Group group);
    }

    private Moved byGroup(Scope scope, Membership membership, Naming naming) {
        Decomposition decomposition = new Decomposition();
        for (boolean after : new boolean[]{false, true}) {
            Window window = after ? scope.window() : scope.preceding().window();
            sources.ensure(window);
            VoiceGroups.Known known = sources.voices().groups().known();
            long[] items = new long[known.groups().size()];
            long[] sums = new long[items.length];
            sources.voices().each(window, known.matches(scope.subreddit(), scope.toolId()), (group, _, compound, _, _) -> {
                items[group]++;
                sums[group] += compound;
            });
            @Nullable
            ToolVerdict[] verdicts = known.verdicts(scope.toolId());
            for (int i = 0; i < items.length; i++) {
                if (items[i] > 0) {
                    ToolVerdict verdict = verdicts[i];
                    sums[i] = verdict == null ? sums[i] : items[i] * verdict.compoundE4();
                    decomposition.add(after, membership.of(known.groups().get(i)), items[i], (double) sums[i] / Score.COMPOUND_UNITS);
                }
            }
        }
        return decomposition.moved(naming::name, 1);
    }

    private Moved byTopic(Scope scope) {
        Map<Integer, Set<String>> topicsByThread = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Topic topic : store.topics().topics(TOPICS)) {
            names.put(topic.id(), topic.theme());
            topic.postIds().forEach(post -> topicsByThread.computeIfAbsent(HourVoices.thread(post), _ -> new HashSet<>()).add(topic.id()));
        }
        Decomposition decomposition = new Decomposition();
        for (boolean after : new boolean[]{false, true}) {
            Window window = after ? scope.window() : scope.preceding().window();
            sources.ensure(window);
            Map<Set<String>, long[]> sums = new HashMap<>();
            VoiceGroups.Known known = sources.voices().groups().known();
            @Nullable
            ToolVerdict[] verdicts = known.verdicts(scope.toolId());
            sources.voices().each(window, known.matches(scope.subreddit(), scope.toolId()), (group, _, compound, thread, _) -> {
                ToolVerdict verdict = verdicts[group];
                long[] sum = sums.computeIfAbsent(topicsByThread.getOrDefault(thread, Set.of()), _ -> new long[2]);
                sum[0]++;
                sum[1] += verdict == null ? compound : verdict.compoundE4();
            });
            sums.forEach((topics, sum) -> decomposition.add(after, topics, sum[0], (double) sum[1] / Score.COMPOUND_UNITS));
        }
        return decomposition.moved(id -> names.getOrDefault(id, id), 1);
    }
}
