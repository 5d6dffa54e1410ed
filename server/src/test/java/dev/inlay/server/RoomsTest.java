package dev.inlay.server;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

/** Reads the imports of all rooms: each knows only what is below it. */
class RoomsTest {
    private static final JavaClasses ALL =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.inlay");

    @Test
    void dbKnowsNoHttpAndNoPicture() {
        noClasses().that().resideInAPackage("dev.inlay.db..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.inlay.server..", "dev.inlay.templates..",
                        "io.helidon..", "java.awt..", "javax.imageio..", "java.net.http..")
                .check(ALL);
    }

    @Test
    void templatesKnowNoHttpAndNoSql() {
        noClasses().that().resideInAPackage("dev.inlay.templates..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.inlay.server..", "dev.inlay.db..",
                        "io.helidon..", "java.sql..", "org.jdbi..", "java.net.http..")
                .check(ALL);
    }

    @Test
    void serverKnowsNoSqlAndNoPixels() {
        noClasses().that().resideInAPackage("dev.inlay.server..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.jdbi..", "java.awt..",
                        "javax.imageio..")
                .check(ALL);
    }

    /**
     * The server starts the child by the name of its main class and speaks with it over pipes. Pictures of
     * templates and emoji of fonts are the operator's, not a shop's.
     */
    @Test
    void nobodyButTheChildProcessParsesForeignPhotos() {
        noClasses().that().resideOutsideOfPackage("dev.inlay.templates.photo.child..")
                .should().dependOnClassesThat().resideInAPackage("dev.inlay.templates.photo.child..")
                .check(ALL);
        noClasses().that().resideOutsideOfPackages("dev.inlay.templates.photo.child..", "dev.inlay.templates.picture..",
                        "dev.inlay.templates.text..")
                .should().dependOnClassesThat().areAssignableTo(ImageReader.class)
                .orShould().dependOnClassesThat().areAssignableTo(ImageInputStream.class)
                .check(ALL);
    }

    /** A photo of our own, coded by us and named by its hash, is the only one that is read back. */
    @Test
    void whatAsksTheChildReadsNoPictures() {
        noClasses().that().resideInAPackage("dev.inlay.templates.photo").and().doNotHaveSimpleName("Photo")
                .should().dependOnClassesThat().resideInAPackage("javax.imageio..")
                .check(ALL);
    }

    @Test
    void whatServicesShareKnowsNoService() {
        noClasses().that().resideInAPackage("dev.inlay.server.http..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.inlay.server.tracking..",
                        "dev.inlay.server.newsletter..", "dev.inlay.server.recommendation..",
                        "dev.inlay.server.feeds..", "dev.inlay.server.photos..", "dev.inlay.server.console..",
                        "dev.inlay.server.management..", "dev.inlay.server.snippet..", "dev.inlay.server.statistics..",
                        "dev.inlay.server.metrics..", "dev.inlay.server.tokens..", "dev.inlay.server.cli..",
                        "dev.inlay.server.demo..")
                .check(ALL);
    }

    @Test
    void onlyMetricsKnowMicrometer() {
        noClasses().that().resideInAPackage("dev.inlay..").and().resideOutsideOfPackage("dev.inlay.server.metrics..")
                .should().dependOnClassesThat().resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(ALL);
    }

    @Test
    void pickingKnowsNoConversation() {
        noClasses().that().resideInAPackage("dev.inlay.server.recommendation..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.inlay.server.tracking..",
                        "dev.inlay.server.newsletter..", "dev.inlay.server.console..", "dev.inlay.server.management..")
                .check(ALL);
    }

    @Test
    void measuringKnowsNoConversation() {
        noClasses().that().resideInAPackage("dev.inlay.server.evaluation..")
                .should().dependOnClassesThat().resideInAnyPackage("io.helidon..", "java.net.http..", "picocli..",
                        "dev.inlay.server.newsletter..", "dev.inlay.server.management..", "dev.inlay.server.cli..")
                .check(ALL);
    }

    @Test
    void nothingKnowsTheDemoButItsCommand() {
        noClasses().that().resideOutsideOfPackages("dev.inlay.server.demo..", "dev.inlay.server.cli..")
                .should().dependOnClassesThat().resideInAPackage("dev.inlay.server.demo..")
                .check(ALL);
    }

    @Test
    void conversationsFormNoCircle() {
        slices().matching("dev.inlay.server.(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void partsOfPickingFormNoCircle() {
        slices().matching("dev.inlay.server.recommendation.(*)..").should().beFreeOfCycles().check(ALL);
        noClasses().that().resideInAPackage("dev.inlay.server.recommendation.*..")
                .should().dependOnClassesThat().resideInAPackage("dev.inlay.server.recommendation")
                .check(ALL);
    }

    @Test
    void featuresOfTheStoreFormNoCircle() {
        slices().matching("dev.inlay.db.(*)..").should().beFreeOfCycles().check(ALL);
    }
}
