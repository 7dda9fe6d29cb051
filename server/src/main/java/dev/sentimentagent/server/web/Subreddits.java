package dev.sentimentagent.server.web;

import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.store.ItemStore;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The subreddits there is something to say about: those that are collected, and those of which anything is stored. */
record Subreddits(Supplier<List<String>> collecting, ItemStore items) {
    List<String> names() {
        List<String> collected = collecting.get();
        Stream<String> others = items.subreddits()
                .stream()
                .filter(name -> collected.stream().noneMatch(known -> SubredditName.same(known, name)));
        return Stream.concat(collected.stream(), others).toList();
    }
}
