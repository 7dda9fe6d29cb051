package dev.sentimentagent.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The admin page in a real browser, as an admin goes through it. */
class AdminPageIT {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void anAdminAddsMergesAndTakesBack(@TempDir Path folder) throws Exception {
        ManualTime time = new ManualTime(NOW);
        try (Browser browser = Browser.start(true);
                RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), time);
                RunningService service = RunningService.start(folder.resolve("test.db"), standIn, "Cursor,claude", time, Map.of())) {
            service.collect();
            browser.show(service.uri("/admin").toString(), Browser.DESK, false);
            assertThat(browser.find("#admin").isDisplayed()).isFalse();

            logIn(browser, "guess");
            said(browser, "wrong");
            assertThat(browser.find("#admin").isDisplayed()).isFalse();
            assertThat(browser.complaints()).allMatch(line -> line.contains("status of 403"));
            logIn(browser, RunningService.ADMIN_TOKEN);
            await().until(() -> browser.find("#admin").isDisplayed());
            assertThat(browser.address()).doesNotContain("?");
            assertThat(browser.all("#toollist tr")).hasSizeGreaterThan(30);
            assertThat(browser.all("#subredditlist tr")).hasSize(2);
            assertThat(browser.run("return document.cookie + localStorage.length")).isEqualTo("0");

            browser.find("#add").click();
            browser.find("#tool [name=name]").sendKeys("<b>Acme</b> Coder");
            browser.find("#tool [name=vendor]").sendKeys("Acme");
            // New data leave the admin and what is typed alone.
            browser.hurry();
            time.advance(Duration.ofMinutes(40));
            service.collect();
            browser.awaitNewData();
            assertThat(browser.find("#admin").isDisplayed()).isTrue();
            assertThat(browser.find("#tool [name=name]").getDomProperty("value")).isEqualTo("<b>Acme</b> Coder");
            browser.find("#tool [value=testing]").click();
            browser.find("#tool [name=aliases]").sendKeys("agent");
            await().until(() -> browser.find("#preview").getText().startsWith("It would match "));
            picture(browser, "admin-editor");
            press(browser, "#tool .buttons button");
            said(browser, "was created");
            assertThat(browser.all("#toollist b")).isEmpty();
            lists(browser, "<b>Acme</b> Coder", true);
            // What is stored is looked at for it by itself; the page hears of it.
            await().until(() -> browser.find("#joblist").getText().contains("New tool created: <b>Acme</b> Coder"));
            await().until(() -> browser.find("#joblist").getText().contains("completed"));
            assertThat(browser.find("#joblist").getText()).containsPattern("[1-9]\\d* changed");

            choose(browser, "#merge [name=target]", "cursor");
            press(browser, "#merge button");
            await().ignoreExceptions().until(() -> {
                browser.driver().switchTo().alert().accept();
                return true;
            });
            said(browser, "merged into Cursor");
            lists(browser, "<b>Acme</b> Coder", false);
            await().until(() -> browser.all("#history button").size() >= 2);
            assertThat(browser.faults()).isEmpty();
            press(browser, "#history button");
            said(browser, "taken back");
            lists(browser, "<b>Acme</b> Coder", true);

            browser.find("#addsubreddit [name=name]").sendKeys("r/windsurf", Keys.ENTER);
            said(browser, "r/windsurf is collected");
            assertThat(browser.all("#subredditlist tr")).hasSize(3);
            press(browser, "#subredditlist tr:last-child .do button");
            said(browser, "is paused");
            await().until(() -> browser.all("#auditlist li").size() >= 5);
            picture(browser, "admin");

            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                browser.show(service.uri("/admin").toString(), width, width == Browser.PHONE);
                await().until(() -> browser.find("#admin").isDisplayed());
                assertThat(browser.complaints()).isEmpty();
                assertThat(browser.faults()).isEmpty();
                assertThat((Long) browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as("pixels that must be scrolled to sideways").isLessThanOrEqualTo(0);
            }
            browser.find("#leave").click();
            assertThat(browser.find("#admin").isDisplayed()).isFalse();
            // htmx keeps the path of its history there.
            assertThat(browser.run("return Object.values(sessionStorage).some(kept => kept.includes(arguments[0]))",
                    RunningService.ADMIN_TOKEN)).isEqualTo(false);
        }
    }

    private static void logIn(Browser browser, String token) {
        browser.find("#login [name=token]").sendKeys(token, Keys.ENTER);
    }

    private static void said(Browser browser, String words) {
        await().untilAsserted(() -> assertThat(browser.find("#said").getText()).contains(words));
    }

    /** Wherever it is: what lies over it does not matter. */
    private static void press(Browser browser, String selector) {
        browser.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector);
        browser.find(selector).click();
    }

    private static void choose(Browser browser, String selector, String value) {
        WebElement select = browser.find(selector);
        select.findElement(By.cssSelector("option[value='" + value + "']")).click();
    }

    private static void lists(Browser browser, String name, boolean there) {
        // In one call: the list may be made anew between two.
        await().until(() -> there == (Boolean) browser.run(
                "return [...document.querySelectorAll('#toollist .name')].some(one => one.textContent === arguments[0])", name));
    }

    /** Where {@code -Dpictures=FOLDER} says, if it does: to be looked at. */
    private static void picture(Browser browser, String name) throws Exception {
        String folder = System.getProperty("pictures");
        if (folder != null) {
            Object data = browser.driver().executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true)).get("data");
            Files.write(Path.of(folder, name + ".png"), Base64.getDecoder().decode(String.valueOf(data)));
        }
    }
}
