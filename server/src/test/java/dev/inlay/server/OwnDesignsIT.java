package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's own templates and fonts in a running server. */
class OwnDesignsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SPRING = """
            canvas: {width: 100, height: 100, background: "#ffffff"}
            nodes:
              - photo: {left: 20, width: 60, background: "#ffffff"}
            neutral:
              - text: {value: "{{shop}}"}
            """;
    private static final String GREEN = SPRING.replace("#ffffff", "#00aa55");

    @TempDir
    private Path folder;

    @Test
    void changedTemplateIsInUseAtOnceButNeverChangesMailsThatWereOpened() throws Exception {
        Files.writeString(folder.resolve("spring.yaml"), SPRING);
        try (ServerProcess server = reloading("own-templates");
                SmallShop shop = SmallShop.open(server.client(), 1)) {
            String campaign = campaign(server, shop);
            byte[] anna = tile(server, campaign, "anna");
            byte[] before = preview(server, shop);

            write("spring.yaml", GREEN);
            byte[] after = awaitOther(before, server, shop);

            assertArrayEquals(anna, tile(server, campaign, "anna"));
            assertArrayEquals(after, tile(server, campaign, "ben"));
            assertThat(after).isNotEqualTo(anna);
            assertThat(server.log()).contains("template spring has changed");
        }
    }

    @Test
    void halfWrittenTemplateIsToldAndChangesNothing() throws Exception {
        Files.writeString(folder.resolve("spring.yaml"), SPRING);
        try (ServerProcess server = reloading("broken-template");
                SmallShop shop = SmallShop.open(server.client(), 1)) {
            byte[] before = preview(server, shop);

            write("spring.yaml", GREEN.substring(0, 70));
            awaitLog(server, "spring.yaml:");

            assertArrayEquals(before, preview(server, shop));

            write("spring.yaml", GREEN);
            awaitOther(before, server, shop);
        }
    }

    @Test
    void campaignKeepsTheLookOfATemplateThatWasDeleted() throws Exception {
        Files.writeString(folder.resolve("spring.yaml"), SPRING);
        try (ServerProcess server = reloading("deleted-template");
                SmallShop shop = SmallShop.open(server.client(), 1)) {
            String campaign = campaign(server, shop);
            byte[] anna = tile(server, campaign, "anna");

            Files.delete(folder.resolve("spring.yaml"));
            awaitLog(server, "template spring is gone");

            assertArrayEquals(anna, tile(server, campaign, "anna"));
            assertArrayEquals(anna, tile(server, campaign, "ben"));
        }
    }

    @Test
    void eachMistakeInATemplateEndsTheStartWithALine() throws Exception {
        Files.writeString(folder.resolve("spring.yaml"), SPRING.replace("photo", "foto") + "colour: red\n");
        Files.writeString(folder.resolve("Summer.yaml"), SPRING);

        try (ServerProcess server = ServerProcess.launched("bad-templates",
                Map.of("INLAY_TEMPLATES_DIR", folder.toString()))) {
            assertEquals(1, server.awaitExit());
            assertThat(server.log().lines()).containsExactly(
                    "inlay: INLAY_TEMPLATES_DIR must hold good templates only",
                    "inlay: " + folder + "/Summer.yaml:1:1: a template's file is called NAME.yaml: 1 to 40 small "
                            + "letters, digits and hyphens",
                    "inlay: " + folder + "/spring.yaml:6:1: unknown key 'colour' of a template");
        }
    }

    @Test
    void fontThatIsNoneEndsTheStartWithALine() throws Exception {
        Files.writeString(folder.resolve("Brand.ttf"), "no font");

        try (ServerProcess server = ServerProcess.launched("bad-fonts", Map.of("INLAY_FONTS_DIR", folder.toString()))) {
            assertEquals(1, server.awaitExit());
            assertThat(server.log().lines()).containsExactly("inlay: INLAY_FONTS_DIR must hold good fonts only: font "
                    + "cannot be read - was '" + folder + "/Brand.ttf'");
        }
    }

    private ServerProcess reloading(String name) throws Exception {
        return ServerProcess.start(name,
                Map.of("INLAY_TEMPLATES_DIR", folder.toString(), "INLAY_TEMPLATES_RELOAD", "true"));
    }

    private static String campaign(ServerProcess server, SmallShop shop) throws Exception {
        return server.client().post(shop.api("campaigns"), Map.of("name", "News", "slots", 1, "template", "spring"))
                .json().get("id").textValue();
    }

    /** What {@code reader} sees, once the server has found its feet: a neutral picture is never stored. */
    private static byte[] tile(ServerProcess server, String campaign, String reader) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(100)) {
            HttpResponse<byte[]> answer =
                    server.client().picture(campaign, 1, "w1", "userEmail=" + reader + "%40example.test");
            if (answer.headers().firstValue("Cache-Control").filter(caching -> !caching.contains("no-store"))
                    .isPresent()) {
                return answer.body();
            }
        }
        throw new AssertionError("only neutral pictures: " + server.log());
    }

    private static byte[] preview(ServerProcess server, SmallShop shop) throws Exception {
        return server.client().open(shop.api("products/P1/tile.png?template=spring&apiKey=" + ServerProcess.KEY))
                .body();
    }

    /** The preview as soon as it is no longer {@code before}. */
    private static byte[] awaitOther(byte[] before, ServerProcess server, SmallShop shop) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(100)) {
            byte[] now = preview(server, shop);
            if (!Arrays.equals(before, now)) {
                return now;
            }
        }
        throw new AssertionError("the preview has not changed: " + server.log());
    }

    private static void awaitLog(ServerProcess server, String text) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(100)) {
            if (server.log().contains(text)) {
                return;
            }
        }
        throw new AssertionError("the log does not tell '" + text + "': " + server.log());
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }
}
