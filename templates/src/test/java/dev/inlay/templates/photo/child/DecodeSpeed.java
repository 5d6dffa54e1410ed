package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.PhotoDecoder;
import dev.inlay.templates.photo.PhotoDecoder.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Measures how many photos a second are decoded, and what one costs in processor time: in the child, pipes included,
 * beside the same work in this process on one thread. Arguments: a folder with photos, and how many rounds.
 */
public final class DecodeSpeed {
    private DecodeSpeed() {
    }

    public static void main(String[] arguments) throws IOException {
        List<byte[]> files = files(Path.of(arguments[0]));
        System.out.printf("%d photos, %d cores, Java %s%n", files.size(),
                Runtime.getRuntime().availableProcessors(), Runtime.version());
        try (PhotoDecoder decoder = new PhotoDecoder()) {
            for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
                measure("child", files, decoder::decode);
                measure("this process", files, ForeignPhoto::decode);
            }
        }
    }

    private static void measure(String where, List<byte[]> files, Function<byte[], Outcome> decoder) {
        long worked = worked();
        long start = System.nanoTime();
        long decoded = files.stream().map(decoder).filter(Outcome.Decoded.class::isInstance).count();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-14s%7.1f photos/s%8.1f ms processor time a photo%6d decoded%n", where,
                files.size() / seconds, (worked() - worked) / 1e6 / files.size(), decoded);
    }

    /** Of this process and its child, in nanoseconds. */
    private static long worked() {
        long children = ProcessHandle.current().children().map(ProcessHandle::info)
                .map(info -> info.totalCpuDuration().orElse(Duration.ZERO)).mapToLong(Duration::toNanos).sum();
        return children + ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static List<byte[]> files(Path folder) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(DecodeSpeed::isPhoto).sorted().toList()) {
                files.add(Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static boolean isPhoto(Path file) {
        return file.toString().matches(".*\\.(jpe?g|png|webp|gif)");
    }
}
