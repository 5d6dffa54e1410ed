package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs that others wrote read our files. One that is not installed is passed over, with a word about it. */
final class PngPrograms {
    private PngPrograms() {
    }

    /** All PNG files of {@code folder} are sound; a part of them is decoded. */
    static void check(Path folder) throws IOException, InterruptedException {
        if (isThere("pngcheck")) {
            List<String> command = new ArrayList<>(List.of("pngcheck", "-q"));
            pictures(folder).forEach(file -> command.add(file.toString()));
            run(command, folder);
        }
        if (isThere("pngtopnm")) {
            for (Path file : pictures(folder).subList(0, 16)) {
                run(List.of("pngtopnm", file.toString()), folder);
            }
        }
    }

    private static boolean isThere(String program) {
        boolean there = Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(
                Path.of(path, program)));
        if (!there) {
            System.out.println("the program " + program + " is not installed: its check is skipped");
        }
        return there;
    }

    private static void run(List<String> command, Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile()).start();
        assertEquals(0, process.waitFor(), () -> command + " says " + text(said));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        }
    }
}
