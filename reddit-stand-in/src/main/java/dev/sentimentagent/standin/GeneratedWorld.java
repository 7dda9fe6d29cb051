package dev.sentimentagent.standin;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.standin.Snapshot.CommentSnapshot;
import dev.sentimentagent.standin.Snapshot.PostSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A world of invented people who talk about AI developer tools in 14 subreddits, with daily and weekly rhythms, with releases, outages and
 * price changes that people speak of for days, and with moods that drift. A pure function of seed, volume and time: nothing is stored, days
 * are planned when they are asked for. At volume 1 about 350 posts and 2 200 comments are made on a day. Thread-safe.
 */
public final class GeneratedWorld implements World {
    /** Before this there was nothing. */
    public static final Instant DEFAULT_START = Instant.parse("2025-01-01T00:00:00Z");

    private static final double MOST_VOLUME = 100;

    private final Days days;
    private final Writer writer;

    /**
     * The world of that seed from {@link #DEFAULT_START} on.
     *
     * @param volume factor on the number of posts and comments, above 0 and at most 100
     */
    public GeneratedWorld(long seed, double volume) {
        this(seed, volume, DEFAULT_START);
    }

    /** The world of that seed from the beginning of the (UTC) day of {@code start} on. */
    public GeneratedWorld(long seed, double volume, Instant start) {
        requireNonNull(start, "start");
        if (!(volume > 0 && volume <= MOST_VOLUME)) {
            throw new IllegalArgumentException("volume must be above 0 and at most " + MOST_VOLUME + ", not " + volume);
        }
        Chronicle chronicle = new Chronicle(seed);
        this.days = new Days(new Planner(seed, volume, chronicle), Math.floorDiv(start.getEpochSecond(), Rhythm.DAY));
        this.writer = new Writer(Grammar.load(), chronicle);
    }

    @Override
    public List<String> subreddits() {
        return Community.ALL.stream().map(Community::name).toList();
    }

    @Override
    public List<String> newest(String subreddit, ItemKind kind, Instant at, int limit) {
        List<String> newest = new ArrayList<>(Math.min(limit, 1_000));
        Optional<Community> community = Community.ALL.stream().filter(each -> each.name().equals(subreddit)).findFirst();
        long now = at.getEpochSecond();
        for (long day = Math.floorDiv(now, Rhythm.DAY); community.isPresent() && day >= days.firstDay() && newest.size() < limit; day--) {
            switch (kind) {
                case POST -> addPosts(newest, days.posts(community.get(), day), now, limit);
                case COMMENT -> addComments(newest, days.comments(community.get(), day), now, limit);
            }
        }
        return newest;
    }

    private static void addPosts(List<String> names, List<PostPlan> posts, long now, int limit) {
        for (int i = posts.size() - 1; i >= 0 && names.size() < limit; i--) {
            PostPlan post = posts.get(i);
            if (post.created() <= now && Fate.of(post.key(), post.created()).listed(now, post.key())) {
                names.add(ItemKind.POST.fullname(post.id()));
            }
        }
    }

    private static void addComments(List<String> names, CommentDay comments, long now, int limit) {
        for (int i = comments.size() - 1; i >= 0 && names.size() < limit; i--) {
            long number = comments.number(i);
            long created = ItemNumber.second(number);
            long key = commentKey(comments.post(i), comments.index(i));
            if (created <= now && Fate.of(key, created).listed(now, key)) {
                names.add(ItemKind.COMMENT.fullname(Base36.of(number)));
            }
        }
    }

    @Override
    public Optional<Snapshot> state(String fullname, Instant at) {
        for (ItemKind kind : ItemKind.values()) {
            if (fullname.startsWith(kind.prefix())) {
                long number = Base36.parse(fullname.substring(kind.prefix().length()));
                int slot = number < 0 ? -1 : ItemNumber.slot(number);
                long now = at.getEpochSecond();
                if (slot < 0 || slot >= Community.ALL.size() || ItemNumber.second(number) > now) {
                    return Optional.empty();
                }
                Community community = Community.ALL.get(slot);
                long day = Math.floorDiv(ItemNumber.second(number), Rhythm.DAY);
                return switch (kind) {
                    case POST -> post(community, day, number, now);
                    case COMMENT -> comment(community, day, number, now);
                };
            }
        }
        return Optional.empty();
    }

    private Optional<Snapshot> post(Community community, long day, long number, long now) {
        List<PostPlan> posts = days.posts(community, day);
        int low = 0;
        int high = posts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            PostPlan post = posts.get(middle);
            if (post.number() == number) {
                return Optional.of(show(post, now));
            }
            if (post.number() < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    private PostSnapshot show(PostPlan post, long now) {
        long key = post.key();
        Fate fate = Fate.of(key, post.created());
        String link = writer.link(post);
        boolean gone = fate.goneBy(now);
        boolean self = link.isEmpty() || gone;
        Instant edited = link.isEmpty() ? fate.editedBy(now) : null;
        String body = link.isEmpty() ? writer.body(post) : "";
        String title = writer.title(post);
        String permalink = permalink(post, title);
        return new PostSnapshot(
                post.id(),
                post.community().name(),
                gone && fate.byAuthor() ? Snapshot.DELETED : writer.author(key, post),
                title,
                gone ? fate.epitaph() : edited == null ? body : writer.edit(body, post, key, post.created()),
                self ? ItemJson.WEB + permalink : link,
                permalink,
                Instant.ofEpochSecond(post.created()),
                Votes.ofPost(key, post.arrivals().length, post.created(), now),
                Votes.ratio(key),
                post.commentsBy(now),
                edited,
                fate.categoryBy(now),
                writer.flair(post));
    }

    private Optional<Snapshot> comment(Community community, long day, long number, long now) {
        CommentDay comments = days.comments(community, day);
        int at = comments.find(number);
        return at < 0 ? Optional.empty() : Optional.of(show(comments.post(at), comments.index(at), number, now));
    }

    private CommentSnapshot show(PostPlan post, int index, long number, long now) {
        long created = ItemNumber.second(number);
        long key = commentKey(post, index);
        Fate fate = Fate.of(key, created);
        boolean gone = fate.goneBy(now);
        boolean submitter = index > 0 && Hash.unit(key + 501) < 0.08;
        Instant edited = fate.editedBy(now);
        String text = gone ? fate.epitaph() : writer.comment(post, key, created);
        int votes = Votes.ofPost(post.key(), post.arrivals().length, post.created(), Long.MAX_VALUE / 2);
        return new CommentSnapshot(
                Base36.of(number),
                post.community().name(),
                gone ? Snapshot.DELETED : writer.author(submitter ? post.key() : key, post),
                post.id(),
                parent(post, index, key),
                edited == null || gone ? text : writer.edit(text, post, key, created),
                permalink(post, writer.title(post)) + Base36.of(number) + "/",
                Instant.ofEpochSecond(created),
                Votes.ofComment(key, votes, created, now),
                edited,
                submitter && !gone);
    }

    /** The post, or one of the comments before it. */
    private String parent(PostPlan post, int index, long key) {
        if (index == 0 || Hash.unit(key + 502) < 0.5) {
            return ItemKind.POST.fullname(post.id());
        }
        int answered = (int) (Hash.unit(key + 503) * index);
        CommentDay day = days.comments(post.community(), Math.floorDiv(post.arrivals()[answered], Rhythm.DAY));
        return ItemKind.COMMENT.fullname(Base36.of(day.numberOf(post, answered, post.community())));
    }

    private static long commentKey(PostPlan post, int index) {
        return Hash.mix(post.key(), index, 504);
    }

    private static String permalink(PostPlan post, String title) {
        StringBuilder slug = new StringBuilder();
        for (int i = 0; i < title.length() && slug.length() < 50; i++) {
            char c = Character.toLowerCase(title.charAt(i));
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                slug.append(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '_') {
                slug.append('_');
            }
        }
        return "/r/" + post.community().name() + "/comments/" + post.id() + "/" + slug.toString().toLowerCase(Locale.ROOT) + "/";
    }

    @Override
    public Stream<Created> createdWithin(ItemKind kind, Window window) {
        long first = Math.max(days.firstDay(), Math.floorDiv(window.start().getEpochSecond(), Rhythm.DAY));
        long last = Math.floorDiv(window.end().getEpochSecond(), Rhythm.DAY);
        return LongStream.rangeClosed(first, last)
                .boxed()
                .flatMap(day -> ofDay(kind, day))
                .filter(item -> window.contains(item.createdUtc()));
    }

    private Stream<Created> ofDay(ItemKind kind, long day) {
        LongStream numbers = switch (kind) {
            case POST -> Community.ALL.stream().flatMap(community -> days.posts(community, day).stream()).mapToLong(PostPlan::number);
            case COMMENT -> Community.ALL.stream().map(community -> days.comments(community, day))
                    .flatMapToLong(comments -> LongStream.range(0, comments.size()).map(i -> comments.number((int) i)));
        };
        return numbers.boxed().sorted(Comparator.naturalOrder())
                .map(number -> new Created(kind.fullname(Base36.of(number)), Instant.ofEpochSecond(ItemNumber.second(number))));
    }
}
