package dev.sentimentagent.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/runbook.md} tells of every line that is logged at WARN or ERROR, and of every reason that an entry of a cycle may give. */
class RunbookTest {
    private static final Pattern COMPLAINT = Pattern.compile("log\\.(?:warn|error)\\(\\s*\"([^\"]+)\"");
    private static final Pattern REASON = Pattern.compile(
            "(?:new (?:Rejection|RejectedException|Incident)\\(|broken\\(|String reason\\(\\) \\{\\s+return |StoreException \\? |(?<=\") : )"
                    + "\"([a-z_]+)\"");

    private static final String COLLECTION = RunbookTest.class.getPackageName() + ".collection;";

    private final String runbook = read(Path.of("../docs/runbook.md"));

    @Test
    void everyComplaintOfTheLogIsExplained() throws IOException {
        List<String> complaints = sources("").flatMap(source -> COMPLAINT.matcher(source).results()).map(match -> match.group(1))
                .toList();
        assertThat(complaints).hasSizeGreaterThan(20)
                .allSatisfy(complaint -> assertThat(runbook).contains("`" + complaint.replace("{}", "…") + "`"));
    }

    @Test
    void everyReasonIsExplained() throws IOException {
        List<String> reasons = Stream
                .concat(sources("reddit"), sources("server").filter(source -> source.startsWith("package " + COLLECTION)))
                .flatMap(source -> REASON.matcher(source).results())
                .map(literal -> literal.group(1))
                .distinct()
                .toList();
        assertThat(reasons).contains("private", "timed_out", "missing_field", "store_failed", "internal_error", "not_tried", "empty_page")
                .allSatisfy(reason -> assertThat(runbook).contains("`" + reason + "`"));
    }

    /** The program's sources, of one module or of all. */
    private static Stream<String> sources(String module) throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.filter(folder -> module.isEmpty() || folder.endsWith(module))
                    .map(folder -> folder.resolve("src/main/java"))
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
