package dev.inlay.server.cli;

import dev.inlay.db.Compaction;
import dev.inlay.db.DatabaseOpenException;
import dev.inlay.server.JsonLog;
import dev.inlay.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Writes the embedded store anew while nobody has it open. What cannot be is one line and exit code 1. */
@Command(name = "compact", mixinStandardHelpOptions = true,
        description = "Writes the embedded store of a stopped server anew, without what was deleted.")
final class CompactCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1 << 20;

    @Override
    public Integer call() {
        JsonLog.installQuietly();
        try {
            Settings settings = Settings.load(Path.of(""), System.getenv());
            Compaction.Result result = Compaction.run(settings.database());
            deleteUploads(settings.dataDir());
            System.out.println(String.format(Locale.ROOT, "The store in %s was compacted: %.1f MB became %.1f MB.",
                    settings.dataDir(), result.before() / MEGABYTE, result.after() / MEGABYTE));
            return 0;
        } catch (DatabaseOpenException | IllegalArgumentException e) {
            System.err.println("inlay: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("inlay: the store was compacted, but uploads that were left cannot be deleted: "
                    + e.getClass().getSimpleName());
            return 1;
        }
    }

    /** Feeds that were being read when a process died. */
    private static void deleteUploads(Path dataDir) throws IOException {
        Path uploads = dataDir.resolve("tmp");
        if (Files.isDirectory(uploads)) {
            try (Stream<Path> files = Files.list(uploads)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
