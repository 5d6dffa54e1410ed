package dev.inlay.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.inlay.server.TestServer;
import dev.inlay.server.http.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeClientTest {
    @TempDir
    private Path folder;

    @Test
    void speaksToTheNodeOfTheSettingsWithItsInstallationKey() throws Exception {
        try (TestServer server = TestServer.on(folder.resolve("data"))) {
            Files.writeString(folder.resolve("data/admin-key"), TestServer.INSTALLATION_KEY + "\n");
            Files.writeString(folder.resolve("inlay.properties"), "INLAY_DATA_DIR=" + folder.resolve("data"));

            try (NodeClient node = connect(Map.of("INLAY_PORT", String.valueOf(server.port())))) {
                assertEquals(0, node.get("/api/websites").get("websites").size());
            }
        }
    }

    @Test
    void postsAndDeletesWithAKeyOfItsOwnAtAnotherUrl() {
        try (TestServer server = TestServer.on(folder);
                NodeClient node = NodeClient.connect(Optional.of("http://127.0.0.1:" + server.port() + "/"), folder,
                        Map.of("INLAY_API_KEY", TestServer.INSTALLATION_KEY))) {
            String website = node.post("/api/websites", Json.object().put("name", "Daybird")
                    .put("url", "https://shop.example/").put("currency", "EUR").put("locale", "en"))
                    .get("websiteUuid").asText();
            String keys = "/api/websites/" + website + "/keys";
            String id = node.post(keys, Json.object().put("scope", "read")).get("id").asText();

            node.delete(keys + "/" + id);

            assertEquals(0, node.get(keys).get("keys").size());
        }
    }

    @Test
    void saysInOneLineWhyThereIsNoAnswer() {
        try (TestServer server = TestServer.on(folder)) {
            Map<String, String> here = Map.of("INLAY_PORT", String.valueOf(server.port()), "INLAY_ADMIN_KEY",
                    TestServer.INSTALLATION_KEY);

            assertEquals("the server refused: no such website",
                    failure(here, "/api/websites/00000000-0000-0000-0000-000000000001").getMessage());
            assertEquals("the server at http://127.0.0.1:" + server.port() + " does not take this key",
                    failure(Map.of("INLAY_PORT", String.valueOf(server.port()), "INLAY_ADMIN_KEY", "0".repeat(32)),
                            "/api/websites").getMessage());
        }
    }

    @Test
    void saysHowToStartAServerThatDoesNotRun() {
        assertEquals("no server answers at http://127.0.0.1:1: start it with ./inlay serve",
                failure(Map.of("INLAY_PORT", "1", "INLAY_ADMIN_KEY", "0".repeat(32)), "/api/websites").getMessage());
    }

    @Test
    void neverSendsTheInstallationKeyToAnotherUrl() {
        NodeClient.Failure failure = assertThrows(NodeClient.Failure.class, () -> NodeClient.connect(
                Optional.of("https://elsewhere.example"), folder, Map.of("INLAY_ADMIN_KEY", "0".repeat(32))));

        assertEquals("--url needs a key: set INLAY_API_KEY", failure.getMessage());
    }

    private NodeClient.Failure failure(Map<String, String> environment, String path) {
        try (NodeClient node = connect(environment)) {
            return assertThrows(NodeClient.Failure.class, () -> node.get(path));
        }
    }

    private NodeClient connect(Map<String, String> environment) {
        return NodeClient.connect(Optional.empty(), folder, environment);
    }
}
