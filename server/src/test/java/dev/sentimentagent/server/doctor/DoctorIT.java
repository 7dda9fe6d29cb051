package dev.sentimentagent.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.server.doctor.Finding.Level;
import dev.sentimentagent.server.process.Databases;
import dev.sentimentagent.server.process.ServeProcess;
import dev.sentimentagent.server.settings.RedditAccess;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.FaultRule.Match;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.store.sql.SqliteStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doctor finds what is wrong with an installation, and nothing where nothing is. */
class DoctorIT {
    private static final String AGENT = "java:dev.sentimentagent:v1 (by /u/somebody)";
    private static final int SOMETHING_WRONG = 7;

    @TempDir
    private Path home;

    private final RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), TimeSource.system());

    @AfterEach
    void closeStandIn() {
        standIn.close();
    }

    @Test
    void aServiceThatCollectsIsWell() throws InterruptedException {
        try (RunningService service = collecting()) {
            List<Finding> findings = examine(Map.of("API_PORT", port(service)));
            assertThat(findings).allSatisfy(finding -> assertThat(finding.level()).as("%s", finding).isEqualTo(Level.OK));
            assertThat(findings).extracting(Finding::check)
                    .containsExactly("settings", "java", "port", "reddit", "clock", "disk", "store", "cycle", "gaps", "growth", "rollups",
                            "scores");
        }
    }

    @Test
    void beforeTheFirstStartNothingIsMade() throws InterruptedException {
        List<Finding> findings = examine(Map.of("API_PORT", "0"));
        assertThat(findings).extracting(Finding::level).containsOnly(Level.OK);
        assertThat(find(findings, "store").says()).contains("not there yet");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void wrongCredentialsAreCalledThat() throws InterruptedException {
        Finding reddit = find(examine(Map.of("REDDIT_CLIENT_SECRET", "guessed")), "reddit");
        assertThat(reddit.level()).isEqualTo(Level.FAIL);
        assertThat(reddit.says()).startsWith("Reddit refuses the credentials (unauthorized: 401").doesNotContain("guessed");
        assertThat(reddit.todo()).startsWith("correct REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET");
    }

    @Test
    void withoutCredentialsNothingIsAsked() throws InterruptedException {
        List<Finding> findings = examine(Map.of("REDDIT_CLIENT_ID", "", "REDDIT_CLIENT_SECRET", ""));
        assertThat(find(findings, "reddit").says()).contains("no credentials");
        assertThat(standIn.requests()).isZero();
    }

    @Test
    void anOutageIsNotTheOperatorsFault() throws InterruptedException {
        standIn.faults().add(FaultRule.untilCleared(Match.path("/"), new Fault.ServerError(503)));
        assertThat(find(examine(Map.of()), "reddit")).satisfies(reddit -> {
            assertThat(reddit.level()).isEqualTo(Level.WARN);
            assertThat(reddit.says()).isEqualTo("server_error: 503 when a token was asked for");
        });
        String address = standIn.baseUrl().toString();
        standIn.close();
        Map<String, String> nobodyThere = Map.of("REDDIT_API_URL", address, "REDDIT_AUTH_URL", address);
        assertThat(find(examine(nobodyThere), "reddit").todo()).startsWith("look at the way to " + address);
    }

    @Test
    void aClockThatIsWrongIsToldByRedditsDate() throws InterruptedException {
        RedditAccess access = settings(Map.of()).reddit();
        ManualTime machine = new ManualTime(TimeSource.system().instant().minus(Duration.ofMinutes(10)));
        assertThat(new RedditCheck(access, machine).look()).anySatisfy(clock -> {
            assertThat(clock.check()).isEqualTo("clock");
            assertThat(clock.level()).isEqualTo(Level.FAIL);
            assertThat(clock.says()).matches("this machine is [56]\\d\\d s behind Reddit");
        });
    }

    @Test
    void aPortThatSomethingElseUses() throws IOException, InterruptedException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        try {
            Finding port = find(examine(Map.of("API_PORT", String.valueOf(other.getAddress().getPort()))), "port");
            assertThat(port.level()).isEqualTo(Level.FAIL);
            assertThat(port.says()).startsWith("something that is not a healthy SentimentAgent has 127.0.0.1:");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void sumsThatAreWrongAreFound() throws InterruptedException, SQLException {
        collecting().close();
        Databases.execute(database(), "UPDATE rollup SET positive = positive + 1 WHERE (hour, dimension, name, kind) IN"
                + " (SELECT hour, dimension, name, kind FROM rollup WHERE positive > 0 LIMIT 1)");
        Finding rollups = find(examine(Map.of()), "rollups");
        assertThat(rollups.level()).isEqualTo(Level.FAIL);
        assertThat(rollups.says()).matches("1 of [\\d,]+ hourly sums differ from a recount, such as that of .* at .*");
    }

    @Test
    void scoresOfAnotherMethodAreOffered() throws InterruptedException {
        collecting().close();
        Finding scores = find(examine(Map.of("SENTIMENT_METHOD", "VADER")), "scores");
        assertThat(scores.level()).isEqualTo(Level.WARN);
        assertThat(scores.says()).contains("VADER");
        assertThat(scores.todo()).contains("reanalyze");
    }

    @Test
    void aServiceThatNoLongerCollects() throws InterruptedException {
        collecting().close();
        TimeSource later = new ManualTime(TimeSource.system().instant().plus(Duration.ofHours(3)));
        Finding cycle = find(examine(Map.of(), later), "cycle");
        assertThat(cycle.level()).isEqualTo(Level.FAIL);
        assertThat(cycle.says()).contains("completed", "last success at ");
    }

    @Test
    void theFirstCycleTakesItsTimeButNotForEver() throws InterruptedException {
        Instant now = TimeSource.system().instant();
        try (Store store = SqliteStore.open(database(), RetryPolicy.NEVER, TimeSource.system(), RandomGenerator.getDefault())) {
            store.cycles().open(Cycle.starting(now, 0));
        }
        assertThat(find(examine(Map.of()), "cycle").level()).isEqualTo(Level.OK);
        Finding late = find(examine(Map.of(), new ManualTime(now.plus(Duration.ofHours(3)))), "cycle");
        assertThat(late.level()).isEqualTo(Level.FAIL);
        assertThat(late.says()).endsWith("none ever succeeded");
    }

    @Test
    void aStoreThatCannotBeOpened() throws IOException, InterruptedException {
        Files.writeString(database(), "Not a database, but long enough to look like something that somebody wants to keep.\n");
        Finding store = find(examine(Map.of()), "store");
        assertThat(store.level()).isEqualTo(Level.FAIL);
        assertThat(store.says()).contains("is not an SQLite database");
    }

    @Test
    void theCommandSaysInJsonAndByItsExitCodeThatASettingIsWrong() {
        List<String> command = ServeProcess.java(home);
        command.addAll(List.of("dev.sentimentagent.server.cli.Main", "doctor", "--json"));
        try (ServeProcess doctor = ServeProcess.start(command, home, Map.of("COLLECTION_INTERVAL_MINUTES", "often"))) {
            assertThat(doctor.exitCode()).as(doctor.err()).isEqualTo(SOMETHING_WRONG);
            JsonNode said = JsonMapper.shared().readTree(doctor.out());
            assertThat(said.get("status").asString()).isEqualTo("fail");
            assertThat(said.get("findings").get(0).get("says").asString()).startsWith("COLLECTION_INTERVAL_MINUTES must be");
            assertThat(said.get("findings").get(0).get("do").asString()).contains(".env.example");
        }
    }

    private RunningService collecting() {
        RunningService service = RunningService.start(database(), standIn, "kiroIDE", TimeSource.system(), Map.of());
        service.collect();
        return service;
    }

    private List<Finding> examine(Map<String, String> overrides) throws InterruptedException {
        return examine(overrides, TimeSource.system());
    }

    private List<Finding> examine(Map<String, String> overrides, TimeSource time) throws InterruptedException {
        Doctor doctor = new Doctor(
                settings(overrides),
                List.of(),
                home,
                () -> SqliteStore.openAsItIs(database(), RetryPolicy.NEVER, TimeSource.system(), RandomGenerator.getDefault()),
                time);
        return doctor.examine(_ -> {});
    }

    private Settings settings(Map<String, String> overrides) {
        Map<String, String> values = new HashMap<>(ServeProcess.collecting(standIn, "kiroIDE"));
        values.putAll(Map.of("STORE_URL", "sqlite:test.db", "REDDIT_USER_AGENT", AGENT, "API_PORT", "0"));
        values.putAll(overrides);
        return Settings.of(values, home);
    }

    private Path database() {
        return home.resolve("test.db");
    }

    private static String port(RunningService service) {
        return String.valueOf(service.uri("/").getPort());
    }

    private static Finding find(List<Finding> findings, String check) {
        return findings.stream().filter(finding -> finding.check().equals(check)).findFirst().orElseThrow();
    }
}
