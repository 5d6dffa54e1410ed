package dev.inlay.db;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the store is.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param dataDir the folder of the installation; the embedded store keeps its file and its run mark here
 */
public record DatabaseSettings(String url, Path dataDir) {
    /** What every H2 URL must end in: a commit is on its way to the file before it is acknowledged. */
    public static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";

    public DatabaseSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(dataDir, "dataDir");
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "INLAY_DATABASE_URL must start with jdbc:h2: or jdbc:postgresql: - was '"
                            + withoutSecrets(url) + "'");
        }
    }

    /** The embedded store in {@code dataDir}. */
    public static DatabaseSettings embedded(Path dataDir) {
        return new DatabaseSettings("jdbc:h2:file:" + dataDir.toAbsolutePath().resolve("inlay") + H2_OPTIONS, dataDir);
    }

    public boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
