package dev.inlay.server.newsletter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Sends requests byte by byte as given, as no HTTP client would, and reads answers strictly by their length. */
record RawClient(int port) {
    /** An answer; {@code headers} as on the wire. */
    record Answer(int status, List<String> headers, byte[] body) {
        String header(String name) {
            return headers.stream().filter(line -> line.toLowerCase(Locale.ROOT)
                    .startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse("");
        }

        boolean has(String name) {
            return !header(name).isEmpty();
        }

        /** Whether it is the picture of a product, not one that nobody should keep. */
        boolean isTile() {
            return !header("Cache-Control").contains("no-store");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Pixels as {@code 568x800}; fails if the body is no picture. */
        String size() {
            try {
                var image = ImageIO.read(new ByteArrayInputStream(body));
                return image == null ? "no picture" : image.getWidth() + "x" + image.getHeight();
            } catch (IOException e) {
                return "broken picture";
            }
        }
    }

    Answer get(String target, String... headers) {
        return send("GET", target, "", headers);
    }

    Answer send(String method, String target, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: inlay.example\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (bytes.length > 0) {
            request.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        return exchange((request + "\r\n" + body).getBytes(StandardCharsets.UTF_8), method.equals("HEAD"));
    }

    Answer exchange(byte[] request, boolean withoutBody) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return read(socket.getInputStream(), withoutBody);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(InputStream in, boolean withoutBody) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw new IOException("connection closed without an answer");
        }
        Answer head = new Answer(Integer.parseInt(lines.getFirst().split(" ")[1]), lines.subList(1, lines.size()),
                new byte[0]);
        String length = head.header("Content-Length");
        boolean bare = withoutBody || head.status() == 304 || length.isEmpty();
        byte[] body = bare ? new byte[0] : in.readNBytes(Integer.parseInt(length));
        return new Answer(head.status(), head.headers(), body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
