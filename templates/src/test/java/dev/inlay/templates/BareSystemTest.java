package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
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
    /** Ends with 70 if something is still there; nothing that it mounts outlives it. */
    private static final String HIDE = """
            set -e
            for folder in /usr/share/fonts /usr/local/share/fonts /usr/share/X11/fonts /etc/fonts; do
                if [ -d "$folder" ]; then mount -t tmpfs none "$folder"; fi
            done
            libraries() {
                find /usr/lib /usr/lib64 /usr/local/lib /lib /lib64 /opt -name 'libfontconfig.so*' 2>/dev/null || true
            }
            for library in $(libraries); do
                if [ -s "$library" ]; then mount --bind /dev/null "$library"; fi
            done
            for library in $(libraries); do
                if [ -s "$library" ]; then echo "$library is still there"; exit 70; fi
            done
            if [ -n "$(ls -A /usr/share/fonts 2>/dev/null)" ]; then echo "fonts are still there"; exit 70; fi
            exec "$@"
            """;

    @TempDir
    private Path temporary;

    @Test
    void freshJvmDrawsTheSameBytes() throws Exception {
        assertEquals(digest(), run(java(Draw.class)));
    }

    @Test
    void systemWithoutFontsDrawsTheSameBytes() throws Exception {
        assertEquals(digest(), run(hidden(Draw.class)));
    }

    /** Else the test above would say nothing. */
    @Test
    void systemWithoutFontsFailsThoseWhoAskItForThem() throws Exception {
        assertEquals("drawn", run(java(DrawAsUsual.class)).lines().findFirst().orElse(""),
                "this system has no fonts anyhow");
        assertTrue(run(hidden(DrawAsUsual.class)).startsWith("failed"));
    }

    /** The program of the fresh JVM. */
    static final class Draw {
        public static void main(String[] arguments) throws Exception {
            System.out.println(digest());
        }
    }

    /** A program that prepares nothing and takes a font of the system. */
    static final class DrawAsUsual {
        public static void main(String[] arguments) {
            try {
                Graphics2D graphics = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB).createGraphics();
                graphics.setFont(new Font("SansSerif", Font.PLAIN, 9));
                graphics.drawString("a", 1, 8);
                System.out.println("drawn");
            } catch (RuntimeException | Error e) {
                System.out.println("failed: " + e);
            }
        }
    }

    private List<String> hidden(Class<?> program) throws Exception {
        Path script = Files.writeString(temporary.resolve("hide.sh"), HIDE);
        List<String> command = new ArrayList<>(List.of("unshare", works("unshare", "-m", "true") ? "-m" : "-rm", "sh",
                script.toString()));
        Assumptions.assumeTrue(works("unshare", command.get(1), "true"),
                "hiding the fonts of the system needs unshare and a mount namespace: test skipped");
        command.addAll(java(program));
        return command;
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

    private List<String> java(Class<?> program) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + temporary, "-Duser.home=" + temporary,
                "-cp", System.getProperty("java.class.path"), program.getName());
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", temporary.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor(60, TimeUnit.SECONDS);
        return output.strip();
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
