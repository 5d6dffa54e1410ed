package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FeedFolderTest {
    @TempDir
    Path dataDir;

    /** Another process, which has a feed in hand until it is ended. */
    static final class Reader {
        private Reader() {
        }

        static void main(String[] arguments) throws IOException {
            FeedFolder folder = new FeedFolder(Path.of(arguments[0]));
            Path file = Files.writeString(folder.newFile(), "anna@example.test;P1");
            Files.writeString(file.resolveSibling(file.getFileName() + ".part0"), "anna@example.test;P2");
            System.out.println("reading");
            System.in.read();
        }
    }

    @Test
    void whatAKilledProcessReadGoesAtTheNextStartAndWhatALivingOneReadsStays() throws Exception {
        Process killed = reader();
        Process living = reader();
        assertEquals(4, feeds().size());
        try {
            killed.destroyForcibly().waitFor();

            try (FeedFolder next = new FeedFolder(dataDir)) {
                assertTrue(Files.exists(next.newFile()));
                assertThat(feeds()).hasSize(3);
            }
        } finally {
            living.destroyForcibly().waitFor();
        }
        new FeedFolder(dataDir).close();

        try (Stream<Path> left = Files.list(dataDir.resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anotherFolderOfTheSameProcessStays() throws IOException {
        try (FeedFolder first = new FeedFolder(dataDir)) {
            Path file = first.newFile();

            new FeedFolder(dataDir).close();

            assertTrue(Files.exists(file));
        }
    }

    private Process reader() throws IOException {
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
                System.getProperty("java.class.path"), Reader.class.getName(), dataDir.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = process.inputReader();
        assertEquals("reading", out.readLine());
        return process;
    }

    private List<Path> feeds() throws IOException {
        try (Stream<Path> files = Files.walk(dataDir.resolve("tmp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("feed"))
                    .filter(Files::isRegularFile).toList();
        }
    }
}
