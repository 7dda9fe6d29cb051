package dev.sentimentagent.server.dashboard;

import java.time.Instant;
import java.util.List;

/**
 * What stands around every page.
 *
 * @param title of the page, for the window and history
 * @param demo whether all data is invented
 * @param subreddits to choose from
 * @param ranged whether the page is about a span that can be chosen
 */
record Shell(String title, View view, boolean demo, Instant now, Live live, List<String> subreddits, boolean ranged) {
    record Place(String path, String name) {}

    static final List<Place> PLACES = List.of(
            new Place("/", "Overview"),
            new Place("/compare", "Compare"),
            new Place("/topics", "Topics"),
            new Place("/posts", "Posts"),
            new Place("/collection", "Collection"),
            new Place("/help", "Help"));

    boolean here(Place place) {
        return place.path.equals(view.path()) || (!place.path.equals("/") && view.path().startsWith(place.path + "/"));
    }

    /** Links to Reddit lead nowhere in the demo, whose posts nobody wrote. */
    boolean linksOut() {
        return !demo;
    }

    String subreddit() {
        String chosen = view.subreddit();
        return chosen == null ? "" : chosen;
    }

    boolean chosen(String name) {
        return name.equalsIgnoreCase(subreddit());
    }
}
