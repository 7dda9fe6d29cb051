package dev.sentimentagent.server.cli;

import dev.sentimentagent.server.doctor.Doctor;
import dev.sentimentagent.server.doctor.Finding;
import dev.sentimentagent.server.doctor.Finding.Level;
import dev.sentimentagent.server.settings.Environment;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.server.settings.SettingsException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor}: what is wrong with this installation. */
@Command(name = "doctor", description = {
        "Look at settings, Java, port, Reddit credentials, clock, disk and store; say what to do about each.",
        "Nothing is changed, and the service may run meanwhile. One request goes to Reddit, for a token."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:nothing is wrong; there may be warnings",
                "7:something is wrong; with --strict also if there are warnings"})
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Write one JSON object: {status, findings: [{check, level, says, do}]}.")
    private boolean asJson;

    @Option(names = "--strict", description = "Let a warning count as wrong.")
    private boolean strict;

    @Override
    public Integer call() throws InterruptedException {
        List<Finding> findings = examine(asJson ? _ -> {} : DoctorCommand::print);
        Level worst = findings.stream().map(Finding::level).max(Level::compareTo).orElse(Level.OK);
        if (asJson) {
            System.out.println(json(worst, findings));
        }
        return worst == Level.FAIL || (strict && worst == Level.WARN) ? ExitCode.SOMETHING_WRONG : ExitCode.OK;
    }

    private static List<Finding> examine(Consumer<Finding> told) throws InterruptedException {
        try {
            Settings settings = Startup.settings(Map.of("LOG_LEVEL", "ERROR"));
            List<String> strays = Environment.read(Startup.HOME, System.getenv()).strays();
            return new Doctor(settings, strays, Startup.HOME, () -> Startup.lookAtStore(settings), Startup.clock(settings)).examine(told);
        } catch (SettingsException e) {
            Finding unreadable = Doctor.unreadableSettings(String.valueOf(e.getMessage()));
            told.accept(unreadable);
            return List.of(unreadable);
        }
    }

    private static void print(Finding finding) {
        System.out.printf(
                Locale.ROOT,
                "%-4s  %-8s  %s%s%n",
                finding.level().label(),
                finding.check(),
                finding.says(),
                finding.todo() == null ? "" : " -> " + finding.todo());
    }

    private static String json(Level worst, List<Finding> findings) {
        JsonMapper json = JsonMapper.shared();
        var object = json.createObjectNode().put("status", worst.label());
        var list = object.putArray("findings");
        for (Finding finding : findings) {
            list.addObject()
                    .put("check", finding.check())
                    .put("level", finding.level().label())
                    .put("says", finding.says())
                    .put("do", finding.todo());
        }
        return json.writeValueAsString(object);
    }
}
