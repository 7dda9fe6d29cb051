package dev.sentimentagent.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the shape of the house: arrows point one way only. */
@AnalyzeClasses(packages = "dev.sentimentagent", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {
    private static final String ROOT = "dev.sentimentagent.";

    @ArchTest
    static final ArchRule modelKnowsNobody = classes().that()
            .resideInAPackage(ROOT + "model..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", ROOT + "model.."));

    @ArchTest
    static final ArchRule modulesPointDownOnly = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("model")
            .definedBy(ROOT + "model..")
            .layer("sentiment")
            .definedBy(ROOT + "sentiment..")
            .layer("reddit")
            .definedBy(ROOT + "reddit..")
            .layer("store")
            .definedBy(ROOT + "store..")
            .layer("stand-in")
            .definedBy(ROOT + "standin..")
            .layer("server")
            .definedBy(ROOT + "server..")
            .whereLayer("server")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("stand-in")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("reddit")
            .mayOnlyBeAccessedByLayers("server", "stand-in")
            .whereLayer("sentiment")
            .mayOnlyBeAccessedByLayers("server");

    @ArchTest
    static final ArchRule featuresFormNoCircles = slices().matching(ROOT + "server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheStoreSpeaksSql = noClasses().that()
            .resideOutsideOfPackages(ROOT + "store.sql..", ROOT + "testsupport..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..", "org.postgresql..", "com.zaxxer..", "org.flywaydb..");

    @ArchTest
    static final ArchRule onlyTheWebAndTheStandInSpeakHelidon = noClasses().that()
            .resideOutsideOfPackages(ROOT + "server.web..", ROOT + "standin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..");

    @ArchTest
    static final ArchRule onlyTheMetricsKnowMicrometer = noClasses().that()
            .resideOutsideOfPackage(ROOT + "server.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsTheStandIn = noClasses().that()
            .resideInAPackage(ROOT + "server..")
            .and()
            .resideOutsideOfPackage(ROOT + "server.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "standin..");
}
