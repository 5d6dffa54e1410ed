package dev.inlay.server.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Asks a server for {@code targets} on some connections, each as fast as it is answered.
 *
 * @param headers lines that each request has beside, with their ends
 * @param status that every answer must have
 */
record Load(int port, ProcessHandle server, List<String> targets, int connections, String headers, int status) {
    private static final int FEW = 4;

    /** For whole answers, on four connections. */
    Load(int port, ProcessHandle server, List<String> targets) {
        this(port, server, targets, FEW, "", 200);
    }

    /**
     * What the server did in one round, and what it cost its process.
     *
     * @param nanos how long each answer took, sorted
     */
    record Result(long[] nanos, Duration took, Duration processorTime) {
        long requests() {
            return nanos.length;
        }

        double requestsPerSecond() {
            return requests() * 1e9 / took.toNanos();
        }

        double microsPerRequest() {
            return processorTime.toNanos() / 1e3 / requests();
        }

        /** Within which {@code share} of all answers came. */
        double millis(double share) {
            return nanos[(int) (share * (nanos.length - 1))] / 1e6;
        }
    }

    Result run(Duration duration) throws Exception {
        List<byte[]> requests = targets.stream().map(this::request).toList();
        Duration before = processorTime();
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        LongStream nanos = LongStream.empty();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<LongStream>> answered = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i * targets.size() / connections;
                answered.add(threads.submit(() -> ask(requests, first, end)));
            }
            for (Future<LongStream> connection : answered) {
                nanos = LongStream.concat(nanos, connection.get());
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Duration cost = processorTime().minus(before);
        return new Result(nanos.sorted().toArray(), took, cost);
    }

    private byte[] request(String target) {
        return ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: Mozilla/5.0 (Bench)\r\n" + headers
                + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private Duration processorTime() {
        return server.info().totalCpuDuration().orElseThrow();
    }

    private LongStream ask(List<byte[]> requests, int first, long end) throws IOException {
        LongStream.Builder nanos = LongStream.builder();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            DataInputStream answers = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
            long begin = System.nanoTime();
            for (int next = first; begin < end; next++) {
                socket.getOutputStream().write(requests.get(next % requests.size()));
                answers.skipNBytes(length(answers));
                long now = System.nanoTime();
                nanos.add(now - begin);
                begin = now;
            }
        }
        return nanos.build();
    }

    /** Reads the head of an answer, which must have our status; returns the length of its body. */
    private long length(InputStream answers) throws IOException {
        long length = 0;
        String line = line(answers);
        if (!line.startsWith("HTTP/1.1 " + status)) {
            throw new IOException("answered " + line);
        }
        while (!line.isEmpty()) {
            if (status == 200 && line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(line.substring(15).strip());
            }
            line = line(answers);
        }
        return length;
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
