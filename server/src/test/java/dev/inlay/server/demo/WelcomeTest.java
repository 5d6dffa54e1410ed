package dev.inlay.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.Settings;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets the key of the demo's console. */
class WelcomeTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    @TempDir
    static Path folder;
    private static WebServer server;

    @BeforeAll
    static void start() {
        Settings settings = Settings.forDemo(folder, Map.of(), folder.resolve("demo"), KEY);
        DemoService service = new DemoService(settings, Assortment.bundled(), new Doors(settings));
        service.open(new OpenShop("7c0d5f0e-3a56-4a0e-9f0b-1c2d3e4f5a6b", Map.of()));
        server = WebServer.builder().host("127.0.0.1").port(0)
                .routing(routing -> routing.register(DemoService.PATH, service)).build().start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8090", "LOCALHOST:1", "127.0.0.1:8090", "[::1]", "[::1]:8090"})
    void browserOnThisMachineGetsTheKey(String host) throws IOException {
        assertThat(welcome(host)).startsWith("HTTP/1.1 200").contains("value=\"" + KEY + "\"", "Open the console");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo.example", "localhost.demo.example:8090", "127.0.0.1.demo.example", "192.0.2.7:8090"})
    void foreignNameThatLeadsHereGetsNoKey(String host) throws IOException {
        assertThat(welcome(host)).startsWith("HTTP/1.1 200").doesNotContain(KEY, "Open the console")
                .contains("The console opens from the machine only that the demo runs on.");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,true", "127.8.8.8,true", "::1,true", "::ffff:127.0.0.1,true", "192.0.2.7,false",
            "10.0.0.1,false", "2001:db8::1,false"})
    void otherMachinesGetNoKeyWhateverTheySay(String peer, boolean isLocal) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(peer), 20_000);

        assertEquals(isLocal, LocalBrowser.sent(address, Optional.of("localhost:8090")));
    }

    @Test
    void requestThatNamesNoHostGetsNoKey() {
        assertThat(LocalBrowser.sent(new InetSocketAddress("127.0.0.1", 20_000), Optional.empty())).isFalse();
    }

    private static String welcome(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(("GET /demo HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(10_000);
            Scanner page = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8).useDelimiter("(?<=</html>)");
            return page.next();
        }
    }
}
