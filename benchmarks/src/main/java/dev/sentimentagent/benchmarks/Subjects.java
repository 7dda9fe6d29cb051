package dev.sentimentagent.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The requests that are made: each kind as one request that is repeated, and varied so that none is made twice within a second. Where an
 * endpoint has fewer answers than that, a parameter that it does not know tells the requests apart.
 */
final class Subjects {
    private static final String API = "/api/v1";
    private static final int DAY = 24;
    private static final int MAX_HOURS = 2160;
    /** Up to here a trend has a step for each hour unless asked otherwise. */
    private static final int MAX_HOURS_BY_HOUR = 168;
    private static final int MANY = 40_000;
    private static final int PAGE = 20;
    private static final List<String> SPANS = List.of("24h", "7d", "30d", "90d");
    private static final int MAX_TOPICS = 100;

    private final Api api;
    private final List<String> subreddits;
    private final RandomGenerator random;

    private Subjects(Api api, long seed) throws IOException, InterruptedException {
        this.api = api;
        this.random = new Random(seed);
        this.subreddits = new ArrayList<>(List.of(""));
        api.json(API + "/subreddits").get("subreddits").valueStream().forEach(name -> subreddits.add("&subreddit=" + name.asString()));
    }

    /** All kinds, as requests to a service that runs. */
    static List<Subject> all(Api api, long seed) throws IOException, InterruptedException {
        Subjects subjects = new Subjects(api, seed);
        List<Subject> all = new ArrayList<>(subjects.repeated());
        all.addAll(subjects.varied());
        return all;
    }

    private List<Subject> repeated() throws IOException, InterruptedException {
        return List.of(
                one(Endpoint.STATS, "24 h", "/sentiment/stats?hours=24"),
                one(Endpoint.STATS, "30 d", "/sentiment/stats?hours=720"),
                one(Endpoint.STATS, "90 d", "/sentiment/stats?hours=2160"),
                one(Endpoint.TRENDS_BY_HOUR, "168 h", "/sentiment/trends?hours=168"),
                one(Endpoint.TRENDS_BY_DAY, "90 d", "/sentiment/trends?hours=2160"),
                one(Endpoint.RECENT, "100", "/posts/recent?hours=720&limit=100"),
                one(Endpoint.RECENT_LATER, "100", "/posts/recent?hours=2160&limit=100&cursor=" + cursor("", 100)),
                one(Endpoint.TRENDING, "20", "/trending"),
                one(Endpoint.HEALTH, "", "/health"),
                new Subject(Endpoint.PAGE, "", List.of("/")));
    }

    private static Subject one(Endpoint endpoint, String what, String path) {
        return new Subject(endpoint, what, List.of(API + path));
    }

    private List<Subject> varied() throws IOException, InterruptedException {
        List<Subject> varied = new ArrayList<>(List.of(
                new Subject(Endpoint.STATS, "1 h to 90 d", windows("/sentiment/stats", 1, MAX_HOURS)),
                new Subject(Endpoint.TRENDS_BY_HOUR, "1 to 168 h", numbered(windows("/sentiment/trends", 1, MAX_HOURS_BY_HOUR))),
                new Subject(Endpoint.TRENDS_BY_DAY, "8 to 90 d", windows("/sentiment/trends", MAX_HOURS_BY_HOUR + 1, MAX_HOURS)),
                new Subject(Endpoint.RECENT, "50 to 150",
                        many(_ -> API + "/posts/recent?hours=" + random.nextInt(DAY, MAX_HOURS + 1) + "&limit=" + random.nextInt(50, 151)
                                + any(subreddits))),
                new Subject(Endpoint.RECENT_LATER, "50 to 150", later()),
                new Subject(Endpoint.TRENDING, "1 to 100",
                        many(i -> API + "/trending?limit=" + (1 + i % MAX_TOPICS) + "&n=" + i)),
                new Subject(Endpoint.HEALTH, "varied", many(i -> API + "/health?n=" + i)),
                new Subject(Endpoint.PAGE, "24 h to 90 d", pages())));
        varied.add(new Subject(Endpoint.MIX, "varied", mix(varied)));
        return varied;
    }

    /** Every length of a window with every subreddit, in no order. */
    private List<String> windows(String path, int fromHours, int toHours) {
        List<String> all = new ArrayList<>();
        for (int hours = fromHours; hours <= toHours; hours++) {
            for (String subreddit : subreddits) {
                all.add(API + path + "?hours=" + hours + subreddit);
            }
        }
        Collections.shuffle(all, Random.from(random));
        return all;
    }

    /** The page of every span with every subreddit; a parameter that it does not know tells apart who asks. */
    private List<String> pages() {
        return many(i -> "/?range=" + any(SPANS) + any(subreddits) + "&n=" + i);
    }

    private static List<String> numbered(List<String> few) {
        return many(i -> few.get(i % few.size()) + "&n=" + i);
    }

    private static List<String> many(IntFunction<String> path) {
        return IntStream.range(0, MANY).mapToObj(path).toList();
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Twentieth pages of some lengths, of all subreddits and of those that have so many posts. */
    private List<String> later() throws IOException, InterruptedException {
        List<String> ends = new ArrayList<>();
        for (int limit = 50; limit <= 150; limit += 25) {
            for (String subreddit : List.of("", "&subreddit=Cursor", "&subreddit=claude", "&subreddit=OpenAI")) {
                String cursor = cursor(subreddit, limit);
                if (!cursor.isEmpty()) {
                    ends.add("&limit=" + limit + subreddit + "&cursor=" + cursor);
                }
            }
        }
        if (ends.isEmpty()) {
            // A store of a few days, to try things on.
            ends.add("&limit=50");
        }
        return many(_ -> API + "/posts/recent?hours=" + random.nextInt(1, MAX_HOURS + 1) + any(ends));
    }

    /** Where the 19th page ends; empty if there are fewer. */
    private String cursor(String subreddit, int limit) throws IOException, InterruptedException {
        String cursor = "";
        for (int page = 1; page < PAGE; page++) {
            String from = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            cursor = api.next(API + "/posts/recent?hours=" + MAX_HOURS + "&limit=" + limit + subreddit + from);
            if (cursor.isEmpty()) {
                break;
            }
        }
        return cursor;
    }

    /** Mostly statistics, as dashboards ask. */
    private static List<String> mix(List<Subject> subjects) {
        List<Endpoint> ten = List.of(Endpoint.STATS, Endpoint.TRENDS_BY_HOUR, Endpoint.STATS, Endpoint.RECENT, Endpoint.TRENDING,
                Endpoint.STATS, Endpoint.TRENDS_BY_DAY, Endpoint.HEALTH, Endpoint.STATS, Endpoint.PAGE);
        return many(i -> {
            Endpoint endpoint = ten.get(i % ten.size());
            List<String> paths = subjects.stream().filter(subject -> subject.endpoint() == endpoint).findFirst().orElseThrow().paths();
            return paths.get(i % paths.size());
        });
    }
}
