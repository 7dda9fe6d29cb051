package dev.sentimentagent.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Score;
import java.time.Duration;
import java.util.List;
import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Batch;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.interactions.Actions;

/** The dashboard in a real browser: what a reader does with it, beside what is inherited. */
class DashboardIT extends DashboardPages {
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

    private static List<?> rowsShown() {
        return (List<?>) browser
                .run("return [...document.querySelectorAll('#tools tbody tr:not([hidden]) th')].map(cell => cell.textContent)");
    }

    @Test
    void aPageWhoseFiguresMustBeReadFirstComesWhole() {
        Instant longAgo = Instant.parse("2025-11-20T12:00:00Z");
        filled.store().items().save(Batch.of(IntStream.range(0, 40).mapToObj(i -> new ScoredItem(
                new Comment("old" + i, "Cursor", "ann" + i, "old", "t3_old", "words", "/o", longAgo.minusSeconds(i * 3600L), NOW, 1, null,
                        false),
                new Score(Sentiment.POSITIVE, 0.5, 0.5, 0, 0.5, 1, "VADER", "1"), Set.of("cursor", "claude-code"))).toList()));
        // Items as old as these are not held in memory; each page reaches further back than the one before.
        for (String path : List.of("/tools/cursor?subreddit=Cursor&from=2025-11-18&to=2025-11-21",
                "/compare?t=cursor,claude-code&subreddit=Cursor&from=2025-11-08&to=2025-11-21",
                "/posts?tool=cursor&subreddit=Cursor&sort=best&from=2025-10-28&to=2025-11-21",
                "/r/Cursor?from=2025-10-10&to=2025-11-21")) {
            assertThat(filled.get(path).body()).contains("as soon as what was said then is read");
            show(filled, path, Browser.DESK, false);
            assertThat(browser.address()).endsWith(path);
            assertThat(browser.find("main").getText()).doesNotContain("as soon as what was said then is read");
            assertThat(browser.find("#tools, #compared, .figures, .posts").getText()).isNotBlank();
            assertThat(browser.layoutShift()).isLessThan(0.01);
        }
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
}
