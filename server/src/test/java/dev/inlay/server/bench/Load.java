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

/** Asks a server for {@code targets} on four connections, each as fast as it is answered. */
record Load(int port, ProcessHandle server, List<String> targets) {
    private static final int CONNECTIONS = 4;

    /** What the server did in one round, and what it cost its process. */
    record Result(long requests, Duration took, Duration processorTime) {
        double requestsPerSecond() {
            return requests * 1e9 / took.toNanos();
        }

        double microsPerRequest() {
            return processorTime.toNanos() / 1e3 / requests;
        }
    }

    Result run(Duration duration) throws Exception {
        Duration before = processorTime();
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        long requests = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Long>> connections = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i * targets.size() / CONNECTIONS;
                connections.add(threads.submit(() -> ask(first, end)));
            }
            for (Future<Long> connection : connections) {
                requests += connection.get();
            }
        }
        return new Result(requests, Duration.ofNanos(System.nanoTime() - begin), processorTime().minus(before));
    }

    private Duration processorTime() {
        return server.info().totalCpuDuration().orElseThrow();
    }

    private long ask(int first, long end) throws IOException {
        List<byte[]> requests = targets.stream().map(target -> ("GET " + target
                + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: Mozilla/5.0 (Bench)\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)).toList();
        long answered = 0;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            DataInputStream answers = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
            for (int next = first; System.nanoTime() < end; next++) {
                socket.getOutputStream().write(requests.get(next % requests.size()));
                answers.skipNBytes(length(answers));
                answered++;
            }
        }
        return answered;
    }

    /** Reads the head of an answer that must be 200; returns the length of its body. */
    private static long length(InputStream answers) throws IOException {
        long length = -1;
        String line = line(answers);
        if (!line.startsWith("HTTP/1.1 200")) {
            throw new IOException("answered " + line);
        }
        while (!line.isEmpty()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
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
