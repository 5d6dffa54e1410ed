package dev.inlay.server.bench;

import dev.inlay.server.ServerProcess;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The least that a web server can do: one handler that sends the bytes of a file from memory, whatever is asked. */
public final class PlainServer {
    private PlainServer() {
    }

    /** In a process of its own; prints its port. */
    public static void main(String[] arguments) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(arguments[0]));
        WebServer server = WebServer.builder().host("127.0.0.1").port(0)
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .routing(routing -> routing.any((request, response) ->
                        response.header(HeaderNames.CONTENT_TYPE, "image/png").send(bytes)))
                .build().start();
        System.out.println(server.port());
    }

    /** Starts that process with the memory that Inlay gets in tests, too. */
    static Running start(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-Xmx512m", "-cp", ServerProcess.classPath(),
                PlainServer.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader output = process.inputReader();
        return new Running(process, Integer.parseInt(output.readLine()));
    }

    /** The process, until it is closed. */
    record Running(Process process, int port) implements AutoCloseable {
        ProcessHandle handle() {
            return process.toHandle();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
