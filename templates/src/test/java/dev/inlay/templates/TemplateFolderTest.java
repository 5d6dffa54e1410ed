package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.TemplateFolder.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFolderTest {
    static final String SMALL = """
            canvas: {width: 100, height: 50}
            nodes:
              - text: {value: "{{title}}"}
            neutral:
              - text: {value: "{{shop}}"}
            """;

    @TempDir
    private Path temporary;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("designs"));
    }

    @Test
    void eachFileIsATemplateCalledAsTheFileIs() throws IOException {
        write("spring.yaml", SMALL);
        write("black-friday-2.yaml", SMALL);

        Contents contents = new TemplateFolder(folder).read();

        assertEquals(Set.of("black-friday-2", "spring"), contents.templates().keySet());
        assertEquals("spring", contents.templates().get("spring").name());
        assertTrue(contents.mistakes().isEmpty());
    }

    @Test
    void mistakeNamesFileLineAndColumnAndSparesTheOthers() throws IOException {
        write("good.yaml", SMALL);
        write("wrong.yaml", SMALL.replace("value: \"{{title}}\"", "valeu: x"));

        Contents contents = new TemplateFolder(folder).read();

        assertEquals(Set.of("good"), contents.templates().keySet());
        assertEquals(List.of(folder.resolve("wrong.yaml")
                        + ":3:12: unknown key 'valeu' of text - did you mean 'value'?"),
                contents.lines());
    }

    @Test
    void whatIsNoTemplateIsPassedOver() throws IOException {
        write("README.md", "# Designs");
        write(".hidden.yaml", "{");
        write("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        write("spring.yaml~", "{");
        Files.createDirectories(folder.resolve(".git/objects"));

        Contents contents = new TemplateFolder(folder).read();

        assertTrue(contents.templates().isEmpty());
        assertTrue(contents.mistakes().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Spring.yaml", "spring.yml", "a b.yaml", "a..yaml", "a.b.yaml", "_.YAML",
            "a123456789012345678901234567890123456789x.yaml"})
    void nameThatNoCampaignMayGiveIsAMistake(String name) throws IOException {
        write(name, SMALL);

        assertRefused(name, "a template's file is called NAME.yaml: 1 to 40 small letters, digits and hyphens");
    }

    @Test
    void linkThatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), SMALL);
        Files.createSymbolicLink(folder.resolve("spring.yaml"), secret);

        assertRefused("spring.yaml", "leads out of its folder");
    }

    @Test
    void linkWithinTheFolderIsFollowedAsContainersMountTheirFiles() throws IOException {
        Path data = Files.createDirectory(folder.resolve("..2026"));
        Files.writeString(data.resolve("spring.yaml"), SMALL);
        Files.createSymbolicLink(folder.resolve("..data"), data.getFileName());
        Files.createSymbolicLink(folder.resolve("spring.yaml"), Path.of("..data/spring.yaml"));

        assertEquals(Set.of("spring"), new TemplateFolder(folder).read().templates().keySet());
    }

    @Test
    void linkThatLeadsNowhereIsAMistake() throws IOException {
        Files.createSymbolicLink(folder.resolve("spring.yaml"), Path.of("gone.yaml"));

        assertRefused("spring.yaml", "cannot be read");
    }

    @Test
    void folderCalledAsATemplateIsAMistake() throws IOException {
        Files.createDirectory(folder.resolve("spring.yaml"));

        assertRefused("spring.yaml", "is no plain file");
    }

    @Test
    void hugeFileIsAMistake() throws IOException {
        write("spring.yaml", SMALL + "#".repeat(TemplateFolder.MAX_BYTES));

        assertRefused("spring.yaml", "has at most 256 KB");
    }

    @Test
    void hugePictureIsAMistakeOfTheTemplateThatNamesIt() throws IOException {
        Files.write(folder.resolve("photo.png"), new byte[TemplateFolder.MAX_BYTES + 1]);
        write("plain.yaml", SMALL);
        write("spring.yaml", SMALL + "  - image: {file: photo.png, width: 10, height: 10}\n");
        write("summer.yaml", "#  - image: {file: photo.png}\n" + SMALL);

        Contents contents = new TemplateFolder(folder).read();

        assertEquals(Set.of("plain", "summer"), contents.templates().keySet());
        assertEquals(List.of(folder.resolve("photo.png") + ":1:1: has at most 256 KB"),
                contents.mistakes().get("spring"));
    }

    @Test
    void binaryGarbageIsAMistake() throws IOException {
        byte[] garbage = new byte[5_000];
        new Random(7).nextBytes(garbage);
        Files.write(folder.resolve("spring.yaml"), garbage);

        assertRefused("spring.yaml", "a template is UTF-8 text");
    }

    @Test
    void aThousandTemplatesAreTooMany() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            write("t" + i + ".yaml", SMALL);
        }

        TemplateException refusal =
                assertThrows(TemplateException.class, () -> new TemplateFolder(folder).read());

        assertEquals(folder + ": a folder has at most 200 templates - has 1000", refusal.getMessage());
    }

    @Test
    void oneFileIsReadByItself() throws IOException {
        write("spring.yaml", SMALL);
        write("wrong.yaml", "canvas: 1");

        assertEquals("spring", TemplateFolder.read(folder.resolve("spring.yaml")).name());
    }

    @Test
    void fontThatIsNotThereIsAMistakeForWhoeverAsks() throws IOException {
        write("spring.yaml", """
                canvas: {width: 100, height: 50}
                variables: {house: Helvetca, plain: inter, button: {en: Buy, de: Kaufen}}
                styles: {head: {font: "{{house}}"}}
                nodes:
                  - text: {value: "{{title}}", font: Intr}
                  - text: {value: "{{title}}", style: head}
                  - text: {value: "{{title}}", font: "{{plain}}"}
                  - text: {value: "{{title}}", font: "{{brand}}"}
                neutral: []
                """);
        List<String> families = List.of("Inter", "Helvetica");

        Contents contents = new TemplateFolder(folder, families).read();

        assertEquals(List.of(
                folder.resolve("spring.yaml") + ":5:38: unknown font 'Intr' - did you mean 'Inter'?",
                folder.resolve("spring.yaml") + ":3:23: unknown font 'Helvetca' - did you mean 'Helvetica'?"),
                contents.lines());
        assertEquals(Set.of("spring"), new TemplateFolder(folder).read().templates().keySet());
    }

    private void assertRefused(String name, String rule) {
        Contents contents = new TemplateFolder(folder).read();

        assertTrue(contents.templates().isEmpty());
        assertEquals(List.of(folder.resolve(name) + ":1:1: " + rule), contents.lines());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
