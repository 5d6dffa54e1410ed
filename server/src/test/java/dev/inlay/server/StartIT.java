package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Starting and stopping as an operator sees it: ready when it can answer, else one line and exit code 1. */
class StartIT {
    @Test
    void keepsItsKeysToItselfAndStopsOnSigterm() throws Exception {
        try (ServerProcess server = ServerProcess.start("start", Map.of("INLAY_ADMIN_KEY", ""))) {
            assertThat(Files.getPosixFilePermissions(server.folder().resolve("data/secret")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(server.folder().resolve("data/admin-key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));

            assertThat(server.stop()).isIn(0, 143);
        }
    }

    @Test
    void adminListenerKnowsNothingOfShops() throws Exception {
        try (ServerProcess server = ServerProcess.start("admin", Map.of())) {
            assertThat(server.admin().open("/serve/tile/abc/1.png").statusCode()).isEqualTo(404);
            assertThat(server.admin().open("/serve/tile/abc/1/click").statusCode()).isEqualTo(404);
            assertThat(server.admin().open("/api/websites").statusCode()).isEqualTo(404);
            assertThat(server.admin().open("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void secondServerOnTheSameFolderEndsWithOneLine() throws Exception {
        try (ServerProcess first = ServerProcess.start("locked", Map.of())) {
            try (ServerProcess second = first.onSameData("locked-second")) {
                assertThat(second.awaitExit()).isEqualTo(1);
                assertThat(second.log().lines()).hasSize(1);
                assertThat(second.log()).startsWith("inlay: ").contains("another process");
            }
        }
    }

    @Test
    void takenPortEndsWithOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess server = ServerProcess.launched("taken",
                        Map.of("INLAY_PORT", String.valueOf(taken.getLocalPort())))) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.log().lines().filter(line -> line.startsWith("inlay: "))).singleElement().asString()
                    .contains(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void badSettingEndsWithOneLine() throws Exception {
        try (ServerProcess server = ServerProcess.launched("bad-setting", Map.of("INLAY_PORT", "eighty"))) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.log()).isEqualTo("inlay: INLAY_PORT must be 0 to 65535 - was 'eighty'\n");
        }
    }

    @Test
    void foreignSecretEndsWithOneLine() throws Exception {
        try (ServerProcess server = ServerProcess.start("secret", Map.of())) {
            server.stop();
            Files.writeString(server.folder().resolve("data/secret"), "ab".repeat(32));
            server.launch();

            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.log().lines().filter(line -> line.startsWith("inlay: "))).singleElement().asString()
                    .contains("secret");
        }
    }
}
