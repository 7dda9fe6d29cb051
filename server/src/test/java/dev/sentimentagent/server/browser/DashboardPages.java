package dev.sentimentagent.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What each page looks like, of each of the stores. */
abstract class DashboardPages extends DashboardServices {
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
            assertThat(browser.overflow()).as("pixels that must be scrolled to sideways").isLessThanOrEqualTo(0);
            assertThat(browser.faults()).isEmpty();
            assertThat(browser.run("return window.hacked")).isNull();
            assertThat(browser.all("main script, main img, main b.x, [style*='url'], a[href^='javascript']")).isEmpty();
        }
        browser.narrow(Browser.NARROWEST);
        assertThat(browser.overflow()).as("the same on the narrowest phone, or at four times the size").isLessThanOrEqualTo(0);
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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thePageToTryTheApiIsAccessibleInBothThemes(boolean dark) {
        browser.show(filled.uri("/docs").toString(), dark ? Browser.PHONE : Browser.DESK, dark);
        await().atMost(PATIENCE).until(() -> browser.all(".opblock").size() > 20);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.run("return getComputedStyle(document.documentElement).colorScheme")).isEqualTo(dark ? "dark" : "light");
        browser.find(".opblock-summary-control").click();
        await().atMost(PATIENCE).until(() -> !browser.all(".opblock .execute").isEmpty());
        assertThat(browser.faults()).isEmpty();
        assertThat(browser.overflow()).isLessThanOrEqualTo(0);
    }

    @Test
    void anEmptyOverviewSaysWhatComes() {
        show(empty, "/", Browser.DESK, false);
        assertThat(browser.text()).contains("No data yet", "first collection");
        assertThat(browser.find(".live").getSize().getHeight()).as("one line of the header").isLessThan(64);
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

    @ParameterizedTest
    @ValueSource(strings = {"/?file=chart.svg", "/?file=tools.svg", "/?file=subreddits.svg", "/compare?t=cursor&file=compared.svg",
            "/tools/cursor?file=chart.svg", "/?from=2026-03-09&to=2026-03-09&file=moved.svg", "/posts?file=posts.svg",
            "/collection?file=collection.svg"})
    void viewsArePicturesForSlidesToo(String path) throws Exception {
        assertThat(drawn(mixed.get(path)).getElementsByTagName("text").getLength()).isPositive();
        assertThat(mixed.get(path.replaceFirst("file=\\w+", "file=nothing")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/hostile?file=post.svg", "/posts/long?file=post.svg", "/posts?q=evil&file=posts.svg",
            "/why?file=themes.svg"})
    void whatIsHostileIsTextInAPictureToo(String path) throws Exception {
        Document svg = drawn(filled.get(path));
        assertThat(svg.getElementsByTagName("script").getLength() + svg.getElementsByTagName("img").getLength()).isZero();
        NodeList texts = svg.getElementsByTagName("text");
        assertThat(IntStream.range(0, texts.getLength())).allMatch(i -> texts.item(i).getTextContent().length() <= 110);
    }

    private static Document drawn(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("image/svg+xml");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
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
