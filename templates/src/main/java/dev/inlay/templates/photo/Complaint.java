package dev.inlay.templates.photo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads what a process says of its own trouble until it ends, and keeps the first line. */
final class Complaint {
    private static final int CHUNK = 1024;

    private volatile Optional<String> line = Optional.empty();

    private Complaint() {
    }

    static Complaint of(InputStream stream) {
        Complaint complaint = new Complaint();
        Thread.ofPlatform().daemon().name("photo-decoder-log").start(() -> complaint.drain(stream));
        return complaint;
    }

    /** One line of ASCII, if it has said anything. */
    Optional<String> line() {
        return line;
    }

    private void drain(InputStream stream) {
        byte[] chunk = new byte[CHUNK];
        try (stream) {
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                if (line.isEmpty()) {
                    line = first(Arrays.copyOf(chunk, count));
                }
            }
        } catch (IOException e) {
            // the process has ended: there is nothing more to read
        }
    }

    private static Optional<String> first(byte[] text) {
        return new String(text, StandardCharsets.US_ASCII).lines().map(Answers::printable)
                .filter(line -> !line.isEmpty()).findFirst();
    }
}
