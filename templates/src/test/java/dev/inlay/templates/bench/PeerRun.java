package dev.inlay.templates.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures one case as the peers do and prints it as the line of JSON that their table is made of. */
final class PeerRun {
    /** Draws once; {@code number} is another one each time. */
    interface Case {
        byte[] draw(int number) throws Exception;
    }

    private static final int WARM_DRAWS = 20_000;
    /** Of processor time, so that other load on the machine takes none of it. */
    private static final double WARM_MILLIS = 10_000;

    private final Path out;
    private final double seconds;

    /** @param out where the picture of each case goes */
    PeerRun(Path out, double seconds) {
        this.out = out;
        this.seconds = seconds;
    }

    /** Warms up for long: a Java machine has to see often what it compiles well. */
    void measure(String name, Case work) throws Exception {
        Files.createDirectories(out);
        Files.write(out.resolve("inlay-" + name + ".png"), work.draw(0));
        double before = ProcessorTime.millis();
        for (int i = 1; i < WARM_DRAWS && (i % 50 > 0 || ProcessorTime.millis() - before < WARM_MILLIS); i++) {
            work.draw(i);
        }
        print(name, work);
    }

    private void print(String name, Case work) throws Exception {
        List<Double> millis = new ArrayList<>();
        int bytes = 0;
        double before = ProcessorTime.millis();
        long start = System.nanoTime();
        long now = start;
        while (now - start < seconds * 1e9) {
            bytes = work.draw(1_000_000 + millis.size()).length;
            long then = System.nanoTime();
            millis.add((then - now) / 1e6);
            now = then;
        }
        double each = (ProcessorTime.millis() - before) / millis.size();
        millis.sort(null);
        System.out.printf(Locale.ROOT, "{\"engine\":\"inlay\",\"case\":\"%s\",\"n\":%d,\"p50\":%.3f,\"p95\":%.3f,"
                + "\"cpuMs\":%.3f,\"perCpuSec\":%.1f,\"bytes\":%d,\"rssMB\":%d,\"stages\":{}}%n", name, millis.size(),
                millis.get(millis.size() / 2), millis.get(millis.size() * 95 / 100), each, 1000 / each, bytes,
                residentMegabytes());
    }

    private static long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000).sum();
    }
}
