package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws in a fresh JVM: the same bytes, also on a system without fonts and without a library that finds them. */
class BareSystemTest {
    private static final String HIDE = """
            set -e
            for folder in /usr/share/fonts /usr/local/share/fonts /etc/fonts /var/cache/fontconfig; do
                if [ -d "$folder" ]; then mount -t tmpfs none "$folder"; fi
            done
            for library in $(ls /usr/lib/*/libfontconfig.so* /lib/*/libfontconfig.so* /usr/lib64/libfontconfig.so* \
                    2>/dev/null || true); do
                mount --bind /dev/null "$library" 2>/dev/null || true
            done
            exec "$@"
            """;

    @TempDir
    private Path temporary;

    @Test
    void freshJvmDrawsTheSameBytes() throws Exception {
        assertEquals(digest(), run(java()));
    }

    @Test
    void systemWithoutFontsDrawsTheSameBytes() throws Exception {
        Path script = Files.writeString(temporary.resolve("hide.sh"), HIDE);
        List<String> hidden = new ArrayList<>(List.of("unshare", "-m", "sh", script.toString()));
        Assumptions.assumeTrue(works(List.of("unshare", "-m", "sh", script.toString(), "true")),
                "hiding the fonts of the system needs root and unshare: test skipped");
        hidden.addAll(java());

        assertEquals(digest(), run(hidden));
    }

    /** The program of the fresh JVM. */
    static final class Draw {
        public static void main(String[] arguments) throws Exception {
            System.out.println(digest());
        }
    }

    private static String digest() throws Exception {
        TileRenderer renderer = new TileRenderer();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(renderer.neutral().bytes());
        digest.update(renderer.draw(Samples.template("product-tile"), Samples.reduced(Samples.LAMP, "184.90", 30),
                Optional.of(Samples.packshot()), Samples.GERMAN).bytes());
        digest.update(renderer.draw(Samples.template("product-card"), Samples.product("مصباح Лампа", "לומן", "1.5"),
                Optional.empty(), Samples.style("KWD", "ar-KW")).bytes());
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), Draw.class.getName());
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FONTCONFIG_PATH", "/nowhere");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor(60, TimeUnit.SECONDS);
        return output.strip();
    }

    private static boolean works(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
