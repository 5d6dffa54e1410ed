package dev.inlay.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.cli.Shell.Ended;
import dev.inlay.templates.TemplateLibrary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a designer asks about templates, in a shell without a server. */
class TemplatesCommandIT {
    private static final String SMALL = """
            canvas: {width: 100, height: 50}
            variables: {accent: "#b3261e", label: Hello}
            nodes:
              - text: {value: "{{title}}", colour: "{{accent}}"}
            neutral:
              - text: {value: "{{label}}"}
            """;

    @TempDir
    private Path folder;
    private Shell shell;

    @BeforeEach
    void sitDown() throws Exception {
        shell = new Shell(folder, Map.of("LC_ALL", "C"));
        Files.createDirectory(folder.resolve("designs"));
        Files.writeString(folder.resolve("designs/spring.yaml"), SMALL);
    }

    @Test
    void goodFolderIsOneLine() throws Exception {
        assertEquals(new Ended(0, "1 template checked, no mistake\n", ""), shell.run("templates", "check", "designs"));
    }

    @Test
    void eachMistakeIsALineWithItsPlace() throws Exception {
        Files.writeString(folder.resolve("designs/autumn.yaml"), SMALL.replace("accent}}", "acent}}").replace("label}}", "lable}}"));
        Files.writeString(folder.resolve("designs/Winter.yaml"), SMALL);

        assertEquals(new Ended(1, """
                designs/Winter.yaml:1:1: a template's file is called NAME.yaml: 1 to 40 small letters, digits and hyphens
                designs/autumn.yaml:4:40: unknown colour 'acent' - did you mean 'accent'?
                designs/autumn.yaml:6:19: unknown name 'lable' - did you mean 'label'?
                3 templates checked, 2 with a mistake
                """, ""), shell.run("templates", "check", "designs"));
    }

    @Test
    void fontThatIsNotThereIsAMistake() throws Exception {
        Files.createDirectory(folder.resolve("fonts"));
        Files.writeString(folder.resolve("designs/spring.yaml"), SMALL.replace("accent}}\"", "accent}}\", font: Intr"));

        assertEquals(new Ended(1, """
                designs/spring.yaml:4:60: unknown font 'Intr' - did you mean 'Inter'?
                1 template checked, 1 with a mistake
                """, ""), shell.run("templates", "check", "designs", "--fonts", "fonts"));
    }

    @Test
    void folderOfFontsThatIsNotThereIsOneLine() throws Exception {
        Ended ended = shell.run("templates", "check", "designs", "--fonts", "fnots");

        assertEquals(1, ended.code());
        assertThat(ended.err()).startsWith("inlay: ").contains("fnots").hasLineCount(1);
    }

    @Test
    void folderThatIsNotThereIsOneLine() throws Exception {
        assertEquals(new Ended(1, "", "inlay: desgins: is no folder that can be read\n"),
                shell.run("templates", "check", "desgins"));
    }

    @Test
    void listNamesSizeAndVariables() throws Exception {
        assertThat(shell.run("templates", "list").out()).contains("product-tile\t284 x 400\taccent, background");
        assertEquals(new Ended(0, "spring\t100 x 50\taccent, label\n", ""), shell.run("templates", "list", "designs"));
    }

    @Test
    void bundledTemplateIsShownByteForByteSoThatADesignerCanBeginWithIt() throws Exception {
        Ended shown = shell.run("templates", "show", "product-tile");

        assertEquals(TemplateLibrary.bundled().find("product-tile").orElseThrow().content(), shown.out());
        Files.write(folder.resolve("designs/mine.yaml"), shown.out().getBytes(StandardCharsets.UTF_8));
        assertEquals(0, shell.run("templates", "check", "designs").code());
        assertThat(shell.run("templates", "show", "other").err())
                .matches("inlay: NAME must be one of .*product-tile.* - was 'other'\n");
    }

    @Test
    void schemaIsThatOfEditors() throws Exception {
        assertEquals(new Ended(0, TemplateLibrary.schema(), ""), shell.run("templates", "schema"));
    }
}
