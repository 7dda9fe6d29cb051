package dev.sentimentagent.standin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The comments made in a community on one day, oldest first: their numbers, the posts they belong to, and the how-manieth comment of its
 * post each is. Immutable.
 */
final class CommentDay {
    private final long[] numbers;
    private final PostPlan[] posts;
    private final int[] indexes;

    private CommentDay(long[] numbers, PostPlan[] posts, int[] indexes) {
        this.numbers = numbers;
        this.posts = posts;
        this.indexes = indexes;
    }

    private record Arrival(long second, PostPlan post, int index) {}

    /** @param candidates the posts to which comments can have been made on that day, oldest first */
    static CommentDay of(Community community, long day, List<PostPlan> candidates) {
        long start = day * Rhythm.DAY;
        long end = start + Rhythm.DAY;
        Arrival[] arrivals = candidates.stream().flatMap(post -> {
            int from = post.commentsBy(start - 1);
            int to = post.commentsBy(end - 1);
            return IntStream.range(from, to).mapToObj(index -> new Arrival(post.arrivals()[index], post, index));
        }).toArray(Arrival[]::new);
        // A stable sort: comments of one second stay in the order of their posts.
        Arrays.sort(arrivals, Comparator.comparingLong(Arrival::second));
        long[] numbers = new long[arrivals.length];
        PostPlan[] posts = new PostPlan[arrivals.length];
        int[] indexes = new int[arrivals.length];
        long previous = -1;
        for (int i = 0; i < arrivals.length; i++) {
            previous = ItemNumber.next(arrivals[i].second(), community, previous);
            numbers[i] = previous;
            posts[i] = arrivals[i].post();
            indexes[i] = arrivals[i].index();
        }
        return new CommentDay(numbers, posts, indexes);
    }

    int size() {
        return numbers.length;
    }

    long number(int at) {
        return numbers[at];
    }

    PostPlan post(int at) {
        return posts[at];
    }

    int index(int at) {
        return indexes[at];
    }

    /** Where the comment of that number is; negative if there is none. */
    int find(long number) {
        return Arrays.binarySearch(numbers, number);
    }

    /** The number of the comment that is the {@code index}th of the post. */
    long numberOf(PostPlan post, int index, Community community) {
        int at = Arrays.binarySearch(numbers, ItemNumber.first(post.arrivals()[index], community));
        while (posts[at].number() != post.number() || indexes[at] != index) {
            at++;
        }
        return numbers[at];
    }
}
