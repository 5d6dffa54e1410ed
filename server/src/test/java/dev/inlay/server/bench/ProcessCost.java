package dev.inlay.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What a process takes of its machine. */
record ProcessCost(ProcessHandle process) {
    private static final double MEGABYTE = 1 << 20;

    /** Processor time of it and of the processes that it has started and that still run. */
    Duration processorTime() {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream()).reduce(Duration.ZERO, Duration::plus);
    }

    /** Memory that Linux counts as its own, without that of processes it has started, in MB; 0 elsewhere. */
    double residentMegabytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return Files.exists(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0) : 0;
    }

    /** What is alive in its heap after a full collection, in MB. */
    double liveMegabytes() throws IOException, InterruptedException {
        Process counting = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(process.pid()), "GC.class_histogram").redirectErrorStream(true).start();
        String total = counting.inputReader().lines().filter(line -> line.startsWith("Total")).findFirst()
                .orElseThrow(() -> new IllegalStateException("the heap cannot be counted"));
        counting.waitFor();
        return Double.parseDouble(total.strip().split("\\s+")[2]) / MEGABYTE;
    }

    /** All files in {@code folder}, in bytes. */
    static long bytesIn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
