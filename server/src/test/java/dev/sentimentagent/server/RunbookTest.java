package dev.sentimentagent.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/runbook.md} tells of every line that is logged at WARN or ERROR, and of every reason that an entry of a cycle may give. */
class RunbookTest {
    private static final Pattern COMPLAINT = Pattern.compile("log\\.(?:warn|error)\\(\\s*\"([^\"]+)\"");

    private final String runbook = read(Path.of("../docs/runbook.md"));

    @Test
    void everyComplaintOfTheLogIsExplained() throws IOException {
        List<String> complaints = sources().flatMap(source -> COMPLAINT.matcher(source).results()).map(match -> match.group(1))
                .toList();
        assertThat(complaints).hasSizeGreaterThan(20)
                .allSatisfy(complaint -> assertThat(runbook).contains("`" + complaint.replace("{}", "…") + "`"));
    }

    @Test
    void everyAlertIsExplained() {
        List<String> alerts = Pattern.compile("(?m)alert: (\\w+)$")
                .matcher(read(Path.of("../deployment/prometheus/rules.yml")))
                .results()
                .map(match -> match.group(1))
                .toList();
        String operators = read(Path.of("../deployment/RUNBOOK.md"));
        assertThat(alerts).hasSizeGreaterThan(10).allSatisfy(alert -> assertThat(operators).containsPattern("(?m)^### " + alert + "$"));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsExplained(Reason reason) {
        assertThat(runbook).containsPattern("(?m)^\\| [^|]*`" + reason.label() + "`[^|]* \\|");
    }

    @Test
    void everyReasonWhyAStoreDoesNotOpenHasItsRow() throws IOException {
        String troubleshooting = read(Path.of("../TROUBLESHOOTING.md"));
        // Before the semicolon it says what is wrong, after it what to do.
        List<String> reasons = sources().filter(source -> source.contains("new Unfit(") || source.contains("cannot open the store "))
                .flatMap(source -> Pattern.compile("\"([a-z][^\";]+); ").matcher(source).results())
                .map(match -> match.group(1))
                .toList();
        assertThat(reasons).hasSizeGreaterThan(15).allSatisfy(reason -> assertThat(troubleshooting).contains(reason + "`"));
    }

    /** The program's sources, of all modules. */
    private static Stream<String> sources() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(folder -> folder.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(RunbookTest::filesIn)
                    .map(RunbookTest::read)
                    .toList()
                    .stream();
        }
    }

    private static Stream<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
