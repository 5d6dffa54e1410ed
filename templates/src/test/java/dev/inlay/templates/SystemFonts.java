package dev.inlay.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/**
 * Fonts that a Debian system brings and that we do not carry: packages fonts-noto-core, fonts-noto-cjk and
 * fonts-noto-color-emoji. Tests that need one are skipped where it is absent or of another version than
 * {@code expected/fonts.sha256} names.
 */
public final class SystemFonts {
    private static final Path FOLDER = Path.of("/usr/share/fonts");
    private static final Map<String, String> HASHES = hashes();

    private SystemFonts() {
    }

    /** {@code folder}, with all those fonts whose names start with one of {@code names}. */
    public static Path into(Path folder, String... names) throws IOException {
        for (String name : names) {
            for (String font : HASHES.keySet().stream().filter(each -> each.contains("/" + name)).toList()) {
                Path file = checked(font);
                Files.createSymbolicLink(folder.resolve(file.getFileName()), file);
            }
        }
        return folder;
    }

    private static Path checked(String font) throws IOException {
        Path file = FOLDER.resolve(font);
        Assumptions.assumeTrue(Files.exists(file), () -> file + " is not installed: test skipped");
        Assumptions.assumeTrue(HASHES.get(font).equals(hash(file)),
                () -> file + " is of another version than the expected pictures: test skipped");
        return file;
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        try {
            Files.readAllLines(Path.of("src/test/resources/expected/fonts.sha256")).stream()
                    .map(line -> line.split("  ")).forEach(words -> hashes.put(words[1], words[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes;
    }
}
