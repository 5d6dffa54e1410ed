package dev.inlay.server.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Page views on {@value #CONNECTIONS} connections that stay open, each sent once the last is acknowledged. */
record TrackingFlood(int port, String websiteUuid) {
    static final int CONNECTIONS = 64;

    private static final int SUCCESS = 200;
    /** A store that was not done in time, or took nothing. */
    private static final int LATE = 500;

    /** Sends for {@code duration}; returns how many were acknowledged, in time. */
    long run(Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        long acknowledged = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> connections = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(threads.submit(() -> send(end)));
            }
            for (Future<Long> connection : connections) {
                acknowledged += connection.get();
            }
        }
        return acknowledged;
    }

    private long send(long end) throws IOException {
        long acknowledged = 0;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream answers = new BufferedInputStream(socket.getInputStream(), 4_096);
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request());
                int status = status(answers);
                if (status != SUCCESS && status < LATE) {
                    throw new IOException("a page view was answered " + status);
                }
                acknowledged += status == SUCCESS ? 1 : 0;
            }
        }
        return acknowledged;
    }

    private byte[] request() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String body = "{\"websiteUuid\":\"" + websiteUuid + "\",\"trackingUserId\":\"0000000000000000"
                + Integer.toHexString(0x10000000 + random.nextInt(5_000)) + "\",\"productNumber\":\"P"
                + random.nextInt(500) + "\"}";
        return ("POST /serve/collect/pageview HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads an answer to the end of its JSON object, which holds no other; returns its status. */
    private static int status(InputStream answers) throws IOException {
        answers.skipNBytes("HTTP/1.1 ".length());
        int status = 100 * digit(answers) + 10 * digit(answers) + digit(answers);
        for (int next = answers.read(); next != '}'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
        }
        return status;
    }

    private static int digit(InputStream answers) throws IOException {
        return answers.read() - '0';
    }
}
