package dev.sentimentagent.reddit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingParserTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:30:00.123456789Z");
    private static final String POST = "'id':'1abc','name':'t3_1abc','subreddit':'Cursor','author':'ann','title':'T','selftext':'S',"
            + "'url':'https://example.org/x','permalink':'/r/Cursor/comments/1abc/t/','created_utc':1768000000.0,'score':7,"
            + "'num_comments':3,'edited':false,'removed_by_category':null";
    private static final String COMMENT = "'id':'n1','name':'t1_n1','subreddit':'Cursor','author':'bob','body':'B','link_id':'t3_1abc',"
            + "'parent_id':'t1_n0','permalink':'/r/Cursor/comments/1abc/t/n1/','created_utc':1768000001,'score':-2,'edited':1768000100.0";

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static Fetch.Page parse(String json) throws MalformedListingException {
        return ListingParser.parse(bytes(json), NOW);
    }

    private static Fetch.Page children(String... children) throws MalformedListingException {
        return parse("{'kind':'Listing','data':{'after':null,'children':[" + String.join(",", children) + "]}}");
    }

    private static String child(String kind, String fields) {
        return "{'kind':'" + kind + "','data':{" + fields + "}}";
    }

    private static Post post(String fields) throws MalformedListingException {
        return (Post) only(children(child("t3", fields)));
    }

    private static Comment comment(String fields) throws MalformedListingException {
        return (Comment) only(children(child("t1", fields)));
    }

    private static Item only(Fetch.Page page) {
        assertThat(page.rejected()).isEmpty();
        assertThat(page.items()).hasSize(1);
        return page.items().getFirst();
    }

    @Test
    void readsAPost() throws MalformedListingException {
        assertThat(post(POST)).isEqualTo(new Post("1abc", "Cursor", "ann", "T", "S", "https://example.org/x", "/r/Cursor/comments/1abc/t/",
                Instant.ofEpochSecond(1_768_000_000), Instant.parse("2026-01-15T10:30:00.123Z"), 7, 3, null, false));
    }

    @Test
    void readsAComment() throws MalformedListingException {
        assertThat(comment(COMMENT)).isEqualTo(new Comment("n1", "Cursor", "bob", "1abc", "t1_n0", "B", "/r/Cursor/comments/1abc/t/n1/",
                Instant.ofEpochSecond(1_768_000_001), Instant.parse("2026-01-15T10:30:00.123Z"), -2, Instant.ofEpochSecond(1_768_000_100),
                false));
    }

    @Test
    void readsMembersInAnyOrder() throws MalformedListingException {
        Fetch.Page page = parse("{'data':{'children':[{'data':{" + POST + "},'kind':'t3'}],'dist':1,'after':'t3_1abc'},'kind':'Listing'}");

        assertThat(page.items()).hasSize(1);
        assertThat(page.after()).isEqualTo("t3_1abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "7", "{'a':1}", "'&x=y'"})
    void takesOnlyAFullnameAsAfter(String after) throws MalformedListingException {
        assertThat(parse("{'kind':'Listing','data':{'children':[],'after':" + after + "}}").after()).isNull();
    }

    @Test
    void passesOverOtherKinds() throws MalformedListingException {
        Fetch.Page page = children(child("more", "'count':3,'children':['a','b'],'id':'x'"), child("t5", "'id':'2qh1i'"),
                child("t1", COMMENT), child("t2", ""));

        assertThat(page.items()).hasSize(1);
        assertThat(page.rejected()).isEmpty();
    }

    @Test
    void doesNotMixUpFieldsOfNeighboursOrOfWhatIsNested() throws MalformedListingException {
        String crosspost = POST + ",'crosspost_parent_list':[{" + POST.replace("1abc", "other").replace("'T'", "'U'") + "}]";
        String bare = "'id':'2','subreddit':'aws','title':'V','created_utc':1";
        Fetch.Page page = children(child("t3", crosspost), child("t3", bare));

        assertThat(page.items().get(0).id()).isEqualTo("1abc");
        Post second = (Post) page.items().get(1);
        assertThat(second.author()).isNull();
        assertThat(second.content()).isEmpty();
        assertThat(second.upvotes()).isZero();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"`'id':'1abc','name':'t3_1abc'`|'id':null|missing_field",
            "'id':'1abc'|`'id':7`|wrong_type",
            "'id':'1abc'|`'id':'a b'`|invalid_value", "'id':'1abc'|`'id':''`|invalid_value", "'subreddit':'Cursor'|`'x':0`|missing_field",
            "'subreddit':'Cursor'|`'subreddit':['a']`|wrong_type", "'subreddit':'Cursor'|`'subreddit':' '`|invalid_value",
            "'title':'T'|`'title':null`|missing_field", "'title':'T'|`'title':{'x':1}`|wrong_type",
            "'selftext':'S'|`'selftext':false`|wrong_type", "'created_utc':1768000000.0|`'created_utc':null`|missing_field",
            "'created_utc':1768000000.0|`'created_utc':true`|wrong_type", "'created_utc':1768000000.0|`'created_utc':'soon'`|wrong_type",
            "'created_utc':1768000000.0|`'created_utc':-1`|invalid_value",
            "'created_utc':1768000000.0|`'created_utc':1768000000000`|invalid_value",
            "'created_utc':1768000000.0|`'created_utc':1e400`|wrong_type",
            "'created_utc':1768000000.0|`'created_utc':99999999999999999999999999999999999999999999999999`|wrong_type"}, delimiter = '|')
    void rejectsOnlyTheItemThatIsFaulty(String good, String bad, String reason) throws MalformedListingException {
        String faulty = POST.replace(good, bad);
        assertThat(faulty).isNotEqualTo(POST);

        Fetch.Page page = children(child("t3", POST), child("t3", faulty), child("t1", COMMENT));

        assertThat(page.items()).hasSize(2);
        assertThat(page.size()).isEqualTo(3);
        assertThat(page.rejected()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason().label()).isEqualTo(reason);
            assertThat(rejection.detail()).startsWith("t3_").doesNotContain("\n");
        });
    }

    @ParameterizedTest
    @CsvSource({"body,missing_field", "link_id,missing_field", "created_utc,missing_field"})
    void rejectsACommentWithout(String field, String reason) throws MalformedListingException {
        Fetch.Page page = children(child("t1", COMMENT.replace("'" + field + "'", "'was_" + field + "'")));

        assertThat(page.rejected()).containsExactly(new Rejection(Reason.ofLabel(reason), "t1_n1: " + field + " is missing or null"));
    }

    @Test
    void rejectsChildrenThatAreNone() throws MalformedListingException {
        Fetch.Page page = children("null", "7", "[]", "{}", "{'kind':'t3'}", "{'kind':'t3','data':[]}", "{'kind':4,'data':{}}",
                child("t3", POST));

        assertThat(page.items()).hasSize(1);
        assertThat(page.rejected()).extracting(Rejection::reason).containsExactly(Reason.WRONG_TYPE, Reason.WRONG_TYPE,
                Reason.WRONG_TYPE, Reason.MISSING_FIELD, Reason.MISSING_FIELD, Reason.MISSING_FIELD, Reason.MISSING_FIELD);
    }

    @Test
    void rejectsTextThatIsTooLong() throws MalformedListingException {
        String limit = "x".repeat(Field.MAX_TEXT);
        Fetch.Page page = children(child("t3", POST.replace("'S'", "'" + limit + "'")),
                child("t3", POST.replace("'S'", "'" + limit + "x'")));

        assertThat(page.items()).hasSize(1);
        assertThat(page.rejected()).extracting(Rejection::reason).containsExactly(Reason.OVERSIZED);
    }

    @Test
    void neverTellsTextOfAnItem() throws MalformedListingException {
        Fetch.Page page = children(child("t3", "'id':'private words','title':'private words'"),
                child("t3", "'id':'a','subreddit':'b','title':'private words','created_utc':'private words'"));

        assertThat(page.rejected()).hasSize(2).allSatisfy(rejection -> assertThat(rejection.detail()).doesNotContain("private"));
    }

    @Test
    void derivesWhatIsMissing() throws MalformedListingException {
        Post post = post("'name':'t3_1abc','subreddit':'Cursor','title':'T','created_utc':1768000000");
        assertThat(post.id()).isEqualTo("1abc");
        assertThat(post.permalink()).isEqualTo("/r/Cursor/comments/1abc/");
        assertThat(post.url()).isEqualTo("https://www.reddit.com/r/Cursor/comments/1abc/");

        Comment comment = comment("'id':'n1','subreddit':'Cursor','body':'B','link_id':'t3_1abc','created_utc':1768000000,'parent_id':17");
        assertThat(comment.permalink()).isEqualTo("/r/Cursor/comments/1abc/_/n1/");
        assertThat(comment.parent()).isEqualTo("t3_1abc");
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1),https://www.reddit.com/r/Cursor/comments/1abc/t/",
            "//evil.example/x,https://www.reddit.com/r/Cursor/comments/1abc/t/",
            "/r/aws/comments/2/,https://www.reddit.com/r/aws/comments/2/", "HTTP://example.org/,HTTP://example.org/"})
    void takesOnlyWebAddresses(String url, String expected) throws MalformedListingException {
        assertThat(post(POST.replace("https://example.org/x", url)).url()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {"`'score':null,'ups':9`|9", "'ups':9|9", "'score':null|0",
            "'score':'hidden'|0", "'score':1e12|2147483647", "'score':-1e12|-2147483648", "'score':7.9|7"})
    void toleratesAnyScore(String member, int expected) throws MalformedListingException {
        assertThat(post(POST.replace("'score':7", member)).upvotes()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true", "null", "0", "'x'", "{}", "[1]"})
    void toleratesAnyEdited(String edited) throws MalformedListingException {
        assertThat(post(POST.replace("'edited':false", "'edited':" + edited)).editedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "'[deleted]'", "'[removed]'", "''", "17", "{}"})
    void knowsThatAnAccountIsGone(String author) throws MalformedListingException {
        Post post = post(POST.replace("'ann'", author));

        assertThat(post.author()).isNull();
        assertThat(post.deleted()).as("the text stays").isFalse();
        assertThat(post.content()).isEqualTo("S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[deleted]", "[removed]", "\\\\[deleted\\\\]", "\\\\[removed\\\\]", " [removed]\\n", "[ Removed by Reddit ]"})
    void knowsThatTextIsGone(String text) throws MalformedListingException {
        Post post = post(POST.replace("'S'", "'" + text + "'"));
        assertThat(post.deleted()).isTrue();
        assertThat(post.title() + post.content() + post.url()).isEmpty();
        assertThat(post.author()).isNull();

        assertThat(comment(COMMENT.replace("'B'", "'" + text + "'")).deleted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"moderator", "deleted", "author", "reddit", "automod_filtered", "anti_evil_ops", "copyright_takedown"})
    void knowsThatSomebodyRemovedIt(String category) throws MalformedListingException {
        assertThat(post(POST.replace("'removed_by_category':null", "'removed_by_category':'" + category + "'")).deleted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I saw [deleted] today", "[deleted] was here", "deleted", "[]"})
    void doesNotTakeOtherTextForADeletion(String text) throws MalformedListingException {
        assertThat(post(POST.replace("'S'", "'" + text + "'")).deleted()).isFalse();
        assertThat(comment(COMMENT.replace("'B'", "'" + text + "'")).deleted()).isFalse();
    }

    @Test
    void keepsTextAsItIs() throws MalformedListingException {
        assertThat(post(POST.replace("'S'", "'\\ud83d\\ude80 \\ud83d lone \\udc00, NUL \\u0000, &amp; &lt;'")).content())
                .isEqualTo("\ud83d\ude80 \ud83d lone \udc00, NUL \u0000, &amp; &lt;");
        assertThat(post(POST.replace("'S'", "'\u65e5\u672c\u8a9e \ud83d\ude80'")).content()).isEqualTo("\u65e5\u672c\u8a9e \ud83d\ude80");
    }

    @Test
    void survivesBytesThatAreNotUtf8() throws MalformedListingException {
        byte[] json = bytes(
                "{'kind':'Listing','data':{'children':[" + child("t3", POST.replace("'S'", "'a?b'")) + "," + child("t1", COMMENT)
                        + "]}}");
        json[new String(json, StandardCharsets.ISO_8859_1).indexOf("a?b") + 1] = (byte) 0xff;

        Fetch.Page page = ListingParser.parse(json, NOW);

        assertThat(page.items()).hasSize(2);
        assertThat(((Post) page.items().getFirst()).content()).isEqualTo("a\ufffdb");
    }

    @Test
    void survivesControlCharactersDepthAndLongNumbers() throws MalformedListingException {
        String deep = "[".repeat(5000) + "]".repeat(5000);
        Fetch.Page page = children(child("t3", POST + ",'deep':" + deep), child("t3", POST.replace("'S'", "'a\u0001b\nc'")),
                child("t3", POST.replace("'score':7", "'score':" + "9".repeat(20_000))));

        assertThat(page.items()).hasSize(3);
    }

    @Test
    void tellsACutOffListingWhereverItIsCut() throws MalformedListingException {
        byte[] whole = bytes(
                "{'kind':'Listing','data':{'after':'t3_1abc','children':[" + child("t3", POST) + "," + child("t1", COMMENT) + "]}}");
        assertThat(ListingParser.parse(whole, NOW).items()).hasSize(2);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(MalformedListingException.class).as("cut after %s bytes", length)
                    .isThrownBy(() -> ListingParser.parse(cut, NOW))
                    .satisfies(e -> assertThat(e.cutOff()).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "'Listing'", "{}", "{'kind':'Listing'}", "{'kind':'Listing','data':null}",
            "{'kind':'Listing','data':{}}", "{'kind':'Listing','data':{'children':null}}", "{'kind':'t5','data':{'children':[]}}",
            "{'data':{'children':[]}}", "{'message':'Forbidden','error':403}", "<!doctype html>", "{]", "Bad Request"})
    void refusesWhatIsNoListing(String json) {
        assertThatExceptionOfType(MalformedListingException.class).isThrownBy(() -> parse(json))
                .satisfies(e -> assertThat(e.cutOff()).isFalse());
    }
}
