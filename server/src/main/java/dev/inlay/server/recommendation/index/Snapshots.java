package dev.inlay.server.recommendation.index;

import dev.inlay.db.website.Website;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of the files in which indexes outlive the process: one for each website, none of which is missed. */
final class Snapshots {
    private static final Logger LOG = System.getLogger(Snapshots.class.getName());
    private static final String SUFFIX = ".snapshot";

    private final Path folder;

    /** Keeps the files in {@code index} below {@code dataDir}. */
    Snapshots(Path dataDir) {
        folder = dataDir.resolve("index");
    }

    SnapshotFile of(Website website) {
        return new SnapshotFile(folder.resolve(website.uuid() + SUFFIX));
    }

    /** Makes the folder, and deletes files of websites that are gone and those that were never finished. */
    void prepare(Collection<Website> websites) {
        Set<String> names = websites.stream().map(website -> website.uuid() + SUFFIX).collect(Collectors.toSet());
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            for (Path file : files()) {
                if (!names.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the folder {0} cannot be used: {1}", folder, e.getClass().getSimpleName());
        }
    }

    /** Those that we write: whatever else lies there is left alone. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)
                    || file.toString().endsWith(SUFFIX + SnapshotFile.PART)).toList();
        }
    }
}
