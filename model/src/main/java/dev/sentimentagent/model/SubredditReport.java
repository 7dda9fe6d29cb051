package dev.sentimentagent.model;

import java.util.ArrayList;
import java.util.List;

/** What a cycle did for one subreddit. */
public record SubredditReport(String subreddit, Counts counts, List<Incident> incidents) {
    public SubredditReport {
        incidents = List.copyOf(incidents);
    }

    /** The reports with what more was done for one subreddit, whose report then comes last; incidents of equal reason and detail are one. */
    public static List<SubredditReport> plus(List<SubredditReport> reports, SubredditReport more) {
        List<SubredditReport> all = new ArrayList<>(reports);
        SubredditReport before = all.stream()
                .filter(report -> report.subreddit.equals(more.subreddit))
                .findAny()
                .orElse(new SubredditReport(more.subreddit, Counts.ZERO, List.of()));
        all.remove(before);
        all.add(new SubredditReport(more.subreddit, before.counts.plus(more.counts), merged(before.incidents, more.incidents)));
        return all;
    }

    private static List<Incident> merged(List<Incident> before, List<Incident> more) {
        List<Incident> all = new ArrayList<>(before);
        for (Incident incident : more) {
            Incident known = all.stream()
                    .filter(other -> other.reason().equals(incident.reason()) && other.detail().equals(incident.detail()))
                    .findAny()
                    .orElse(new Incident(incident.reason(), incident.detail(), 0));
            all.remove(known);
            all.add(new Incident(incident.reason(), incident.detail(), known.count() + incident.count()));
        }
        return all;
    }
}
