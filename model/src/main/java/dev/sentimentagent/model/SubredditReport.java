package dev.sentimentagent.model;

import java.util.List;

/** What a cycle did for one subreddit. */
public record SubredditReport(String subreddit, Counts counts, List<Incident> incidents) {
    public SubredditReport {
        incidents = List.copyOf(incidents);
    }
}
