package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ./inlay compact} as an operator meets it, after a life over HTTP. */
class CompactIT {
    private static final String PHONE = "66f1a2b3c4d5e6f708192a3b";
    private static final String CUSTOMER = "kunde-4711-quux";

    @Test
    void nothingOfAnErasedPersonIsLeftInTheDataFolder() throws Exception {
        try (ServerProcess server = ServerProcess.start("compact", Map.of())) {
            Client client = server.client();
            try (SmallShop shop = SmallShop.open(client, 3)) {
                String campaign = shop.campaign(2);
                shop.view(PHONE, 1);
                shop.setCustomer(PHONE, CUSTOMER);
                client.picture(campaign, 1, "s1", "customerId=" + CUSTOMER);
                client.click(campaign, 1, "s1", "customerId=" + CUSTOMER);
                assertThat(server.stop()).isIn(0, 143);
                assertThat(filesWith(server, CUSTOMER.getBytes())).isNotEmpty();
                assertThat(filesWith(server, PHONE.getBytes())).isNotEmpty();

                server.start();
                assertThat(client.post(shop.api("people/erase"), Map.of("customerId", CUSTOMER)).status())
                        .isEqualTo(200);
                assertThat(server.stop()).isIn(0, 143);
                assertThat(server.run("compact")).matches(command -> command.exit() == 0
                        && command.said().startsWith("The store in data was compacted: "));

                for (String text : List.of(CUSTOMER, PHONE)) {
                    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE,
                            StandardCharsets.UTF_16LE)) {
                        assertThat(filesWith(server, text.getBytes(charset))).isEmpty();
                    }
                }
                assertThat(filesWith(server, HexFormat.of().parseHex(PHONE))).isEmpty();
                server.start();
                assertThat(client.get(shop.api("campaigns/" + campaign)).status()).isEqualTo(200);
                assertThat(client.post(shop.api("people/export"), Map.of("customerId", CUSTOMER)).status())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void aStoreThatIsOpenIsLeftAloneWithOneLine() throws Exception {
        try (ServerProcess server = ServerProcess.start("compact-open", Map.of())) {
            ServerProcess.Command compact = server.run("compact");

            assertThat(compact.exit()).isEqualTo(1);
            assertThat(compact.said().lines()).hasSize(1);
            assertThat(compact.said()).startsWith("inlay: ").contains("another process has it open");
            assertThat(server.client().get("/api/websites").status()).isEqualTo(200);
        }
    }

    private static List<Path> filesWith(ServerProcess server, byte[] bytes) throws IOException {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(server.folder().resolve("data"))) {
            return files.filter(Files::isRegularFile).filter(file -> read(file).contains(wanted)).toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
