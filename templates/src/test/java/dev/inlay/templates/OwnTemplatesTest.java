package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.TemplateLibrary.Reload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates of an operator's folder beside the gallery, while somebody works on them. */
class OwnTemplatesTest {
    private static final String SMALL = TemplateFolderTest.SMALL;

    @TempDir
    private Path temporary;
    private Path folder;
    private long writes;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("designs"));
    }

    @Test
    void ownTemplatesStandBesideTheGallery() throws IOException {
        write("spring.yaml", SMALL);

        TemplateLibrary library = library();

        assertTrue(library.names().containsAll(List.of("product-card", "product-tile", "spring")));
        assertEquals(SMALL, content(library, "spring"));
        assertEquals(List.of(), library.replaced());
    }

    @Test
    void ownTemplateReplacesTheBundledOneOfItsName() throws IOException {
        write("product-tile.yaml", SMALL);

        TemplateLibrary library = library();

        assertEquals(TemplateLibrary.bundled().names(), library.names());
        assertEquals(List.of("product-tile"), library.replaced());
        assertEquals(SMALL, content(library, "product-tile"));
    }

    @Test
    void folderNeedNotBeThereYet() throws IOException {
        Path later = temporary.resolve("later");
        TemplateLibrary library = TemplateLibrary.with(new TemplateFolder(later));

        Files.createDirectory(later);
        Files.writeString(later.resolve("spring.yaml"), SMALL);

        assertEquals(List.of("template spring is new"), rested(library).changes());
    }

    @Test
    void eachMistakeAtTheStartIsTold() throws IOException {
        write("a.yaml", "canvas: 1");
        write("b.yaml", SMALL);
        write("c.yaml", "nodes: []");

        TemplateException refusal = assertThrows(TemplateException.class, this::library);

        assertTrue(refusal.problems().stream().anyMatch(line -> line.startsWith(folder.resolve("a.yaml") + ":1:9: ")));
        assertTrue(refusal.problems().stream().anyMatch(line -> line.startsWith(folder.resolve("c.yaml") + ":1:1: ")));
        assertTrue(refusal.problems().stream().noneMatch(line -> line.contains("b.yaml")));
    }

    @Test
    void changedTemplateIsReadAgainOnceItsFileRests() throws IOException {
        write("spring.yaml", SMALL);
        TemplateLibrary library = library();

        write("spring.yaml", SMALL + "# new");
        Reload whileItIsWritten = library.reload();
        Reload rested = library.reload();
        Reload later = library.reload();

        assertEquals(List.of(), whileItIsWritten.changes());
        assertEquals(List.of("template spring has changed"), rested.changes());
        assertEquals(SMALL + "# new", content(library, "spring"));
        assertEquals(List.of(), later.changes());
    }

    @Test
    void changedSizeIsTold() throws IOException {
        write("spring.yaml", SMALL);
        TemplateLibrary library = library();

        write("spring.yaml", SMALL.replace("height: 50", "height: 60"));

        assertEquals(List.of("template spring has changed from 100 x 50 to 100 x 60: mails that are out were laid out "
                + "for the size before"), rested(library).changes());
    }

    @Test
    void brokenFileLeavesTheTemplateAsItWasAndIsToldOnce() throws IOException {
        write("spring.yaml", SMALL);
        write("summer.yaml", SMALL);
        TemplateLibrary library = library();

        write("spring.yaml", SMALL.replace("{{title}}", "{{titel}}"));
        write("summer.yaml", SMALL + "# new");
        Reload broken = rested(library);

        assertEquals(1, broken.mistakes().size());
        assertTrue(broken.mistakes().getFirst().startsWith(folder.resolve("spring.yaml") + ":"));
        assertEquals(broken.mistakes(), library.mistakes());
        assertEquals(SMALL, content(library, "spring"));
        assertEquals(SMALL + "# new", content(library, "summer"));

        write("summer.yaml", SMALL);
        assertEquals(List.of(), rested(library).mistakes());

        write("spring.yaml", SMALL + "# good");
        rested(library);
        assertEquals(List.of(), library.mistakes());
        assertEquals(SMALL + "# good", content(library, "spring"));
    }

    @Test
    void deletedTemplateCannotBeChosenButCampaignsKeepIt() throws IOException {
        write("spring.yaml", SMALL);
        TemplateLibrary library = library();

        Files.delete(folder.resolve("spring.yaml"));
        Reload deleted = rested(library);

        assertEquals(List.of("template spring is gone: nobody can choose it, campaigns keep its last version until the "
                + "next start"), deleted.changes());
        assertEquals(TemplateLibrary.bundled().names(), library.names());
        assertEquals(SMALL, content(library, "spring"));
    }

    @Test
    void deletedReplacementBringsTheBundledTemplateBack() throws IOException {
        write("product-tile.yaml", SMALL);
        TemplateLibrary library = library();

        Files.delete(folder.resolve("product-tile.yaml"));
        rested(library);

        assertNotEquals(SMALL, content(library, "product-tile"));
    }

    @Test
    void folderThatCannotBeReadForAWhileChangesNothing() throws IOException {
        write("spring.yaml", SMALL);
        TemplateLibrary library = library();

        Files.move(folder, temporary.resolve("away"));
        Reload away = rested(library);

        assertEquals(List.of(folder + ": is no folder that can be read"), away.mistakes());
        assertTrue(library.names().contains("spring"));

        Files.move(temporary.resolve("away"), folder);
        rested(library);
        assertEquals(List.of(), library.mistakes());
    }

    private TemplateLibrary library() {
        return TemplateLibrary.with(new TemplateFolder(folder));
    }

    /** What is told once nobody writes any more. */
    private static Reload rested(TemplateLibrary library) {
        library.reload();
        return library.reload();
    }

    private static String content(TemplateLibrary library, String name) {
        return library.find(name).orElseThrow().content();
    }

    /** Each write has a time of its own, however fast they follow. */
    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1_000 * ++writes));
    }
}
