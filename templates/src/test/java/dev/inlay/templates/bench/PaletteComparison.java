package dev.inlay.templates.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Compares pictures of 256 colours by bytes and likeness. Arguments: the drawing in all colours, our own of 256, then
 * any number of those of others. If pngquant is installed, it quantises the drawing, too. A ratio is ours by theirs.
 */
public final class PaletteComparison {
    private final Pixels original;
    private final Path ours;
    private final Likeness likeness;

    private PaletteComparison(Path original, Path ours) throws IOException {
        this.original = Pixels.read(original);
        this.ours = ours;
        this.likeness = Likeness.of(this.original, Pixels.read(ours));
    }

    public static void main(String[] arguments) throws Exception {
        Path original = Path.of(arguments[0]);
        PaletteComparison comparison = new PaletteComparison(original, Path.of(arguments[1]));
        comparison.print(comparison.ours);
        for (String other : List.of(arguments).subList(2, arguments.length)) {
            comparison.print(Path.of(other));
        }
        for (int speed : new int[] {1, 3}) {
            Path quantised = Path.of(arguments[1] + ".pngquant" + speed + ".png");
            if (pngquant(original, quantised, speed)) {
                comparison.print(quantised);
            }
        }
    }

    private void print(Path file) throws IOException {
        Likeness other = Likeness.of(original, Pixels.read(file));
        System.out.printf("%-50s %8d bytes (%.3f)  %.2f dB (%+.2f)  blurred %.2f dB (%+.2f)%n", file.getFileName(),
                Files.size(file), (double) Files.size(ours) / Files.size(file), other.sharp(),
                likeness.sharp() - other.sharp(), other.blurred(), likeness.blurred() - other.blurred());
    }

    private static boolean pngquant(Path original, Path quantised, int speed) throws Exception {
        try {
            Process process = new ProcessBuilder("pngquant", "--force", "--speed", Integer.toString(speed),
                    "--output", quantised.toString(), "256", original.toString()).inheritIO().start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException _) {
            System.out.println("pngquant is not installed");
            return false;
        }
    }
}
