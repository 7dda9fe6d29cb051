package dev.sentimentagent.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.interactions.Actions;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The dashboard in a real browser: pages of a filled store, hostile items among them, and of an empty one. */
class DashboardIT {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HOSTILE = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>\u202Eevil [x](javascript:window.hacked=3) ";
    private static final String LONG = "Cursor " + "verylongword".repeat(833);

    @TempDir
    private static Path folder;

    private static ManualTime time = new ManualTime(NOW);
    private static RedditStandIn standIn;
    private static RunningService filled;
    private static RunningService empty;
    private static RunningService single;
    private static RunningService mixed;
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start(true);
        standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), time);
        filled = RunningService.start(folder.resolve("filled.db"), standIn, "Cursor,claude,kiroIDE", time, Map.of());
        empty = RunningService.start(folder.resolve("empty.db"), standIn, "Cursor", time, Map.of());
        single = RunningService.start(folder.resolve("single.db"), standIn, "Cursor", time, Map.of());
        mixed = RunningService.start(folder.resolve("mixed.db"), standIn, "Cursor", time, Map.of());
        mixed.store().items().save(new Batch(mixed(), null, null, null));
        filled.collect();
        Instant minute = NOW.minus(Duration.ofMinutes(1));
        Score score = new Score(Sentiment.NEGATIVE, -0.5, 0, 0.5, 0.5, 1, "VADER", "1");
        filled.store().items().save(new Batch(List.of(
                new ScoredItem(new Post("hostile", "Cursor", "<b>mallory</b>", HOSTILE, HOSTILE + LONG, "javascript:window.hacked=4",
                        "@evil.example/", minute, NOW, 1, 2, null, false), score, Set.of("cursor")),
                new ScoredItem(new Post("long", "Cursor", "eve", LONG, LONG, "", "/x", minute, NOW, 1, 0, null, false), score,
                        Set.of("cursor")),
                new ScoredItem(new Comment("hostile1", "Cursor", "trent", "hostile", "t3_hostile", HOSTILE, "/y", minute, NOW, 1, null,
                        false), score, Set.of("cursor")),
                new ScoredItem(
                        new Post("plain", "Cursor", "carol", "I love Cursor", "The new pricing is terrible.", "", "/p", minute, NOW, 1,
                                0, null, false),
                        score, Set.of("cursor"))),
                null, null, null));
        single.store().items().save(new Batch(List.of(
                new ScoredItem(new Post("only", "Cursor", "dave", "Switched from Cursor to Claude Code", "It just works.", "", "/o", minute,
                        NOW, 1, 1, null, false), score, Set.of("cursor", "claude-code"))),
                null, null, null));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (standIn != null) {
            filled.close();
            empty.close();
            single.close();
            mixed.close();
            standIn.close();
        }
    }

    /** Sixty comments a day on six days, of which VADER has scored the first three, bots not counted; a bot's and a French one. */
    private static List<ScoredItem> mixed() {
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < 360; i++) {
            Instant created = NOW.minus(Duration.ofDays(6)).plus(Duration.ofMinutes(24L * i));
            String method = i < 180 ? "VADER" : "DEVTALK";
            double compound = (i < 180 ? 0.4 : -0.4) + i % 3 * 0.1;
            items.add(new ScoredItem(comment("m" + i, created), new Score(compound > 0 ? Sentiment.POSITIVE : Sentiment.NEGATIVE, compound,
                    0.2, 0.2, 0.6, 1, method, "1"), Set.of("cursor")));
        }
        Instant hour = NOW.minus(Duration.ofHours(1));
        items.add(new ScoredItem(comment("bot", hour), Score.unjudged("DEVTALK", "1"), Mentions.NONE, true, false));
        items.add(new ScoredItem(comment("french", hour), Score.foreign("DEVTALK", "1"), Set.of("cursor")));
        return items;
    }

    private static Comment comment(String id, Instant created) {
        return new Comment(id, "Cursor", "ann" + id, "p" + id, "t3_p" + id, "words", "/c", created, NOW, 1, null, false);
    }

    private static void show(RunningService service, String path, int width, boolean dark) {
        browser.show(service.uri(path).toString(), width, dark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?range=24h&subreddit=Cursor", "/?by=theme", "/?by=nothing", "/tools/cursor", "/tools/cursor?by=topic",
            "/compare?t=cursor,claude-code", "/r/Cursor", "/topics",
            "/posts?q=the&sort=worst", "/posts?theme=bugs+and+outages", "/why", "/why?tool=cursor", "/posts/hostile", "/posts/long",
            "/collection", "/help", "/tools/none", "/posts?tool=none", "/posts?theme=none"})
    void everyPageIsAccessibleQuietAndStill(String path) {
        for (boolean dark : List.of(false, true)) {
            show(filled, path, dark ? Browser.PHONE : Browser.DESK, dark);
            assertThat(browser.complaints()).filteredOn(line -> !line.contains("the server responded with a status of 4")).isEmpty();
            assertThat(browser.layoutShift()).isLessThan(0.01);
            assertThat((Long) browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("pixels that must be scrolled to sideways").isLessThanOrEqualTo(0);
            assertThat(browser.faults()).isEmpty();
            assertThat(browser.run("return window.hacked")).isNull();
            assertThat(browser.all("main script, main img, main b.x, [style*='url'], a[href^='javascript']")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tools/cursor", "/compare", "/topics", "/posts", "/why", "/collection", "/help"})
    void anEmptyStoreHasEveryPageToo(String path) {
        show(empty, path, Browser.DESK, false);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.all("h1")).hasSize(1);
        assertThat(browser.faults()).isEmpty();
        assertThat(browser.text()).doesNotContain("NaN", "null", "Infinity");
    }

    @Test
    void anEmptyOverviewSaysWhatComes() {
        show(empty, "/", Browser.DESK, false);
        assertThat(browser.text()).contains("No data yet", "first collection");
        assertThat(browser.find(".live").getSize().getHeight()).as("one line of the header").isLessThan(64);
    }

    @Test
    void aTableIsSortedAndSearched() {
        show(filled, "/", Browser.DESK, false);
        List<String> before = names();
        browser.driver().findElement(By.xpath("//table[@id='tools']//button[contains(., 'Tool')]")).click();
        assertThat(names()).isNotEqualTo(before).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        browser.find("input[data-find=tools]").sendKeys("windsu");
        assertThat(browser.all("#tools tbody tr:not([hidden])")).hasSize(1);
    }

    private static List<String> names() {
        Object names = browser.run("return [...document.querySelectorAll('#tools tbody th')].map(cell => cell.textContent.trim())");
        return ((List<?>) names).stream().map(String::valueOf).toList();
    }

    @Test
    void aSubredditAndASpanAreChosenAndStandInTheAddress() {
        show(filled, "/", Browser.DESK, false);
        browser.find("select[name=subreddit] option[value=claude]").click();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.address()).contains("subreddit=claude"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.find("h1").getText()).contains("in r/claude"));
        browser.driver().findElement(By.linkText("24 h")).click();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.address()).contains("subreddit=claude").contains("range=24h"));
    }

    @Test
    void aChartTellsItsFiguresAndIsZoomedByDragging() {
        show(filled, "/?range=24h", Browser.DESK, false);
        var chart = browser.find("svg.chart.wide");
        new Actions(browser.driver()).moveToElement(chart, 100, 0).perform();
        assertThat(browser.find(".tip").getText()).contains("Score", "Items");
        new Actions(browser.driver()).moveToElement(chart, 0, 0).clickAndHold().moveByOffset(200, 0).release().perform();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.address()).contains("from=2026-03-").contains("to=2026-03-"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.find(".between summary").getText()).contains("UTC"));
    }

    @Test
    void wordsAreSearchedForAndAPostIsOpened() {
        show(filled, "/posts", Browser.DESK, false);
        browser.find("input[name=q]").sendKeys("EVIL hacked\n");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.address()).contains("q=EVIL"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.all(".posts li")).hasSize(2));
        browser.find(".posts li:last-child a").click();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.address()).contains("/posts/hostile"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.find("h1").getText()).contains("<script>window.hacked = 1</script>"));
        assertThat(browser.run("return document.querySelector('article a[href*=reddit]').href"))
                .isEqualTo("https://www.reddit.com/comments/hostile");
    }

    @Test
    void whatTheySayComesAfterThePage() {
        show(filled, "/tools/cursor?range=30d", Browser.DESK, false);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.all("#why .themes li")).isNotEmpty());
        assertThat(browser.address()).contains("/tools/cursor");
        assertThat(browser.all("#why .quote blockquote")).isNotEmpty();
        assertThat(browser.layoutShift()).isLessThan(0.01);
        // It is at hand now.
        show(filled, "/tools/cursor?range=30d", Browser.DESK, false);
        assertThat(browser.all("#why.waiting")).isEmpty();
        browser.find("#why .themes a").click();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.address()).contains("theme=").contains("tool=cursor"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.all(".posts li")).isNotEmpty());
    }

    @Test
    void theWordsThatMadeAScoreAreMarked() {
        show(filled, "/posts/plain", Browser.DESK, false);
        assertThat(browser.all("article mark.positive")).anyMatch(mark -> mark.getText().contains("love"));
        assertThat(browser.all("article mark.negative")).anyMatch(mark -> mark.getText().contains("terrible"));
        assertThat(browser.find("article mark").getDomAttribute("title")).startsWith("makes it better by 0.");
        assertThat(browser.find("article").getText()).contains("another method than the one that marks");
    }

    @Test
    void aComparisonTellsWhoIsNamedTogetherAndWhoSwitched() {
        show(filled, "/compare?t=cursor,claude-code&range=30d", Browser.DESK, false);
        assertThat(browser.text()).contains("Named together", "Who says to have switched");
        assertThat(browser.all(".switches li")).isNotEmpty()
                .allMatch(one -> one.getText().contains("Cursor") || one.getText().contains("Claude Code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?range=7d", "/tools/cursor?range=7d", "/compare?t=cursor&range=7d"})
    void aChangeOfMethodIsMarkedAndNoLineGoesAcrossIt(String path) {
        show(mixed, path, Browser.DESK, false);
        assertThat(browser.faults()).isEmpty();
        assertThat(browser.find(".scored").getText()).contains("several methods", "DEVTALK 1 (181)", "VADER 1 (180)",
                "1 text in another language than English counts as neutral", "1 text by bots is in no figure");
        assertThat(browser.find(".happened").getText()).contains("From here on scored by DEVTALK 1, before by VADER 1");
        assertThat(browser.find("svg.wide path.line.s1").getAttribute("d").split("M")).as("parts of the line").hasSizeGreaterThan(2);
    }

    @Test
    void whatOtherMethodsScoredIsNotCompared() {
        show(mixed, "/?from=2026-03-08&to=2026-03-09", Browser.DESK, false);
        assertThat(browser.find("h1").getText()).isEqualTo("How developers feel about AI tools");
        assertThat(browser.find(".figures").getText()).contains("other method before").doesNotContain("▲", "▼ −");
    }

    @Test
    void collectionSaysWhatIsSetAside() {
        show(mixed, "/collection", Browser.DESK, false);
        assertThat(browser.text()).contains("Set aside", "1 text by bots, which is listed and in no figure",
                "1 text in another language than English, which counts as neutral");
    }

    @Test
    void collectionSaysHowManyRequestsItTakes() {
        show(filled, "/collection", Browser.DESK, false);
        assertThat(browser.find(".lead").getText()).containsPattern("Reddit leaves \\d+ requests until .*; the last round took \\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tools/cursor", "/compare?t=cursor,claude-code", "/posts", "/posts/only", "/why?tool=cursor", "/topics",
            "/collection", "/r/Cursor"})
    void aSingleItemLooksIntended(String path) {
        show(single, path, Browser.DESK, false);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.all("h1")).hasSize(1);
        assertThat(browser.faults()).isEmpty();
        assertThat(browser.text()).doesNotContain("NaN", "null", "Infinity", "1 posts", "1 comments", "1 times");
        if (path.equals("/") || path.equals("/tools/cursor")) {
            assertThat(browser.text()).contains("Too few to say: 1 post or comment");
        }
    }

    @Test
    void newDataComesInByItself() {
        show(filled, "/posts?range=24h", Browser.DESK, false);
        time.advance(Duration.ofMinutes(40));
        String before = browser.find(".posts").getText();
        filled.collect();
        // The list may be replaced between finding it and reading it.
        await().atMost(PATIENCE)
                .ignoreException(StaleElementReferenceException.class)
                .untilAsserted(() -> assertThat(browser.find(".posts").getText()).isNotEqualTo(before));
    }

    @Test
    void whatIsTypedOrArrangedOutlivesNewData() {
        show(filled, "/", Browser.DESK, false);
        browser.hurry();
        browser.driver().findElement(By.xpath("//table[@id='tools']//button[contains(., 'Tool')]")).click();
        browser.find("input[data-find=tools]").sendKeys("c", Keys.TAB);
        List<?> found = rowsShown();
        browser.run("document.getElementById('main').dataset.old = 1");
        time.advance(Duration.ofMinutes(40));
        filled.collect();
        await().atMost(PATIENCE).until(() -> browser.all("#main[data-old]").isEmpty());
        assertThat(rowsShown()).isEqualTo(found).hasSizeBetween(2, 20);

        show(filled, "/posts", Browser.DESK, false);
        browser.hurry();
        browser.find("input[name=q]").sendKeys("half a w");
        browser.run("document.activeElement.blur()");
        browser.run("document.getElementById('main').dataset.old = 1");
        time.advance(Duration.ofMinutes(40));
        filled.collect();
        browser.awaitNewData();
        assertThat(browser.find("input[name=q]").getDomProperty("value")).isEqualTo("half a w");
        browser.find("input[name=q]").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        browser.run("document.activeElement.blur()");
        await().atMost(PATIENCE).until(() -> browser.all("#main[data-old]").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?file=chart.svg", "/?file=tools.svg", "/?file=subreddits.svg", "/compare?t=cursor&file=compared.svg",
            "/tools/cursor?file=chart.svg", "/?from=2026-03-09&to=2026-03-09&file=moved.svg"})
    void viewsArePicturesForSlidesToo(String path) throws Exception {
        HttpResponse<String> answer = mixed.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("image/svg+xml");
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
        assertThat(svg.getElementsByTagName("text").getLength()).isPositive();
        assertThat(mixed.get(path.replaceFirst("file=\\w+", "file=nothing")).statusCode()).isEqualTo(404);
    }

    private static List<?> rowsShown() {
        return (List<?>) browser
                .run("return [...document.querySelectorAll('#tools tbody tr:not([hidden]) th')].map(cell => cell.textContent)");
    }

    @Test
    void freshnessGrowsOldWhileNobodyAsks() {
        show(filled, "/help", Browser.DESK, false);
        assertThat(browser.find("#live").getText()).startsWith("live, ");
        browser.run("document.getElementById('live').dataset.seen -= 3 * 3600 * 1000");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.find("#live").getText()).startsWith("stale: last collected 3 h ago"));
        assertThat(browser.all("#live.stale")).hasSize(1);
    }

    @Test
    void whatMovedItIsSplitAnotherWayInPlace() {
        show(mixed, "/?from=2026-03-09&to=2026-03-09", Browser.DESK, false);
        assertThat(browser.find("#moved [aria-current]").getText()).isEqualTo("by tool");
        browser.run("window.kept = true; document.getElementById('moved').scrollIntoView()");
        Object before = browser.run("return scrollY");
        for (String way : List.of("subreddit", "topic", "theme")) {
            browser.driver().findElement(By.linkText("by " + way)).click();
            await().atMost(PATIENCE).ignoreException(StaleElementReferenceException.class)
                    .until(() -> browser.find("#moved [aria-current]").getText().equals("by " + way));
            await().atMost(PATIENCE).until(() -> browser.address().contains("by=" + way));
            assertThat(browser.all("#moved")).hasSize(1);
            // Those that must read texts come later.
            await().atMost(PATIENCE).until(() -> browser.all("#moved.waiting").isEmpty());
            assertThat(browser.run("return window.kept")).as("the page was not loaded anew").isEqualTo(true);
            assertThat(browser.run("return scrollY")).isEqualTo(before);
        }
        assertThat(browser.find("#moved .files a").getDomAttribute("href")).contains("by=theme").contains("file=moved.csv");
        assertThat(browser.complaints()).isEmpty();
        browser.driver().navigate().back();
        await().atMost(PATIENCE).ignoreException(StaleElementReferenceException.class)
                .until(() -> browser.find("#moved [aria-current]").getText().equals("by topic"));
    }

    @Test
    void aLinkToWhatIsGoneSaysSo() {
        show(filled, "/posts", Browser.DESK, false);
        browser.run("const link = document.querySelector('.posts a').cloneNode(true); link.id = 'gone'; link.href = '/posts/none';"
                + "document.querySelector('.posts').before(link); htmx.process(link)");
        browser.find("#gone").click();
        await().atMost(PATIENCE).ignoreException(StaleElementReferenceException.class)
                .until(() -> browser.text().contains("it was deleted, or never collected"));
        assertThat(browser.address()).endsWith("/posts/none");
    }

    @ParameterizedTest
    @CsvSource({"/,300000", "/tools/cursor,300000", "/posts,300000"})
    void aFirstViewIsLight(String path, long most) {
        browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
        show(filled, path, Browser.DESK, false);
        Map<?, ?> weight = browser.weight();
        System.out.println("first view of " + path + ": " + weight);
        assertThat(((Number) weight.get("bytes")).longValue()).isPositive().isLessThan(most);
        assertThat(((Number) weight.get("requests")).longValue()).isLessThanOrEqualTo(8);
    }

    @Test
    void itIsWholeWithoutScript() {
        try (Browser plain = Browser.start(false)) {
            plain.show(filled.uri("/").toString(), Browser.DESK, false);
            assertThat(plain.all("svg.chart.wide path.line")).isNotEmpty();
            assertThat(plain.all("#tools tbody tr")).hasSizeGreaterThan(30);
            plain.driver().findElement(By.linkText("30 days")).click();
            assertThat(plain.address()).contains("range=30d");
            assertThat(plain.find("noscript, form.controls")).isNotNull();
        }
    }
}
