package dev.inlay.server.photos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A server on loopback that answers whatever a test wants, sound HTTP or not, and remembers what it was asked. */
final class RawServer implements AutoCloseable {
    /** Writes an answer to a request's head. */
    @FunctionalInterface
    interface Script {
        void answer(List<String> head, OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private final Script script;
    private final List<List<String>> heads = Collections.synchronizedList(new ArrayList<>());

    RawServer(Script script) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    /** Answers every request with {@code text}. */
    static RawServer of(String text) throws IOException {
        return new RawServer((head, out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    int port() {
        return socket.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** The heads of all connections so far, line by line. */
    List<List<String>> heads() {
        return List.copyOf(heads);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            List<String> head = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(connection.getInputStream(),
                    StandardCharsets.ISO_8859_1));
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                head.add(line);
            }
            heads.add(head);
            script.answer(head, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (Exception e) {
            // the client went away: what the tests of slow answers are about
        }
    }
}
