package dev.sentimentagent.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** A headless Chromium, as it is installed on the machine. */
final class Browser implements AutoCloseable {
    /** Fewer pixels than any phone that is sold. */
    static final int PHONE = 360;
    /** That of the oldest phones, and of a window of 1280 at four times the size. */
    static final int NARROWEST = 320;
    static final int DESK = 1280;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one; skips the test, in one line, where none is installed. */
    static Browser start(boolean script) {
        Optional<Path> chromium = installed("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = installed("chromedriver");
        Assumptions.assumeTrue(chromium.isPresent() && chromedriver.isPresent(),
                "no browser tests: chromium and chromedriver are not both on the PATH");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--hide-scrollbars", "--disable-extensions");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        if (!script) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort().build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
        return new Browser(driver);
    }

    private static Optional<Path> installed(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void show(String address, int width, boolean dark) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width <= PHONE));
        driver.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        // What an earlier page complained of is no concern of this one.
        complaints();
        driver.get(address);
    }

    /** Shows the same page as narrow as that. */
    void narrow(int width) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", true));
    }

    /** By how many pixels the page is wider than the window. */
    long overflow() {
        return ((Number) driver.executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .longValue();
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    ChromeDriver driver() {
        return driver;
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Lets what the page would do in some seconds be done at once, and notes what the service tells it of new data. */
    void hurry() {
        driver.executeScript("""
                const real = window.setTimeout;
                window.setTimeout = (act, after) => real(act, Math.min(after, 50));
                new EventSource('/api/v1/events').addEventListener('data-changed', () => real(() => { window.newData = true; }, 1000));
                """);
    }

    /** Until new data have come since {@link #hurry}, and the page has had a second to take notice. */
    void awaitNewData() {
        await().atMost(PATIENCE).until(() -> driver.executeScript("return window.newData === true").equals(true));
    }

    /** What the console was told: errors, and what the policy did not allow. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= 1000)
                .map(Object::toString)
                .toList();
    }

    /** What axe-core holds for serious or worse. */
    List<?> faults() {
        driver.executeScript(axe());
        return (List<?>) driver.executeAsyncScript(
                """
                        const done = arguments[0];
                        axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations
                            .filter(one => one.impact === 'serious' || one.impact === 'critical')
                            .map(one => one.id + ': ' + one.help + ' ' + one.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join(' | '))));
                        """);
    }

    /** Sum of the unexpected shifts of the layout since the page was asked for. */
    double layoutShift() {
        return ((Number) driver.executeAsyncScript("""
                const done = arguments[0];
                let sum = 0;
                new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
                    .observe({type: 'layout-shift', buffered: true});
                requestAnimationFrame(() => setTimeout(() => done(sum), 0));
                """)).doubleValue();
    }

    /** First paint in ms, bytes over the wire, and requests, of the page as it was first loaded. */
    Map<?, ?> weight() {
        Object weight = driver.executeScript(
                """
                        const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                        const paint = performance.getEntriesByName('first-contentful-paint')[0];
                        return {requests: all.length, bytes: all.reduce((sum, one) => sum + one.transferSize, 0), paint: paint ? paint.startTime : -1};
                        """);
        assertThat(weight).isInstanceOf(Map.class);
        return (Map<?, ?>) weight;
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
