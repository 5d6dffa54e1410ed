package dev.inlay.server.console.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.inlay.server.Chromium;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.console.ConsoleShop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator's own templates where a campaign chooses its look. */
class OwnTemplatePagesTest {
    private static final String SPRING = """
            canvas: {width: 300, height: 200, background: "{{ground}}"}
            variables: {ground: "#e3f4e1"}
            nodes:
              - photo: {left: 20, width: 120}
              - text: {value: "{{title}}", left: 160, width: 130, top: 60, height: 60, maxLines: 2}
            neutral:
              - text: {value: "{{shop}}"}
            """;

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;

    @BeforeAll
    static void open() throws Exception {
        write("spring", SPRING);
        write("summer", SPRING);
        write("autumn", SPRING);
        desk = new ConsoleDesk(folder, Map.of("INLAY_TEMPLATES_RELOAD", "true"));
        shop = ConsoleShop.open(desk, "Own look", List.of("Mug", "Tent"));
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void ownTemplateIsChosenAmongTheOthersByItsPicture(int width) {
        try (Chromium.Window window = desk.signIn(width, 900)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns/new"));
            page.locator(".template img").all().forEach(picture -> picture.scrollIntoViewIfNeeded());
            page.waitForFunction("[...document.querySelectorAll('.template img')]"
                    + ".every(picture => picture.complete && picture.naturalWidth > 0)");
            page.check("#template-spring");
            page.evaluate("document.querySelectorAll('.variables').forEach(details => details.open = true)");
            page.fill("[id='spring/variables.ground']", "#ffeecc");
            window.shoot("own-templates-" + width);

            assertThat(window.scrollsSideways()).isFalse();
            page.fill("#name", "Spring news");
            page.click("button:has-text('Save campaign') >> nth=0");
            page.waitForURL("**/campaigns/*?done=made");
            String id = page.url().replaceFirst(".*/campaigns/([^?]*).*", "$1");
            assertEquals("spring", shop.campaign(id).get("template").asText());
            assertEquals("#ffeecc", shop.campaign(id).at("/variables/ground").asText());
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void mistakeInAFileIsToldWhereTheTemplateIsChosen() throws Exception {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            write("summer", SPRING.replace("{{title}}", "{{titel}}"));
            awaitText(window.page(), shop.page("/campaigns/new"), "summer.yaml:5:");

            assertThat(window.page().textContent(".looks .problem")).contains("as it was before");
            assertThat(window.page().isVisible("#template-summer")).isTrue();
            window.shoot("own-template-mistake");
        }
    }

    @Test
    void campaignKeepsATemplateThatNobodyElseCanChoose() throws Exception {
        String campaign = shop.campaign("Old leaves", "'template': 'autumn'");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = window.page();
            Files.delete(folder.resolve("templates/autumn.yaml"));
            for (int tries = 0; tries < 100 && lists(page, "autumn"); tries++) {
                page.waitForTimeout(200);
            }
            assertThat(lists(page, "autumn")).isFalse();

            page.navigate(shop.page("/campaigns/" + campaign + "/edit"));
            assertThat(page.isChecked("#template-autumn")).isTrue();
            page.click("button:has-text('Save campaign') >> nth=0");
            page.waitForURL("**?done=saved");
            assertEquals("autumn", shop.campaign(campaign).get("template").asText());
        }
    }

    private static boolean lists(Page page, String template) {
        page.navigate(shop.page("/campaigns/new"));
        return page.locator("#template-" + template).count() > 0;
    }

    private static void awaitText(Page page, String url, String text) {
        for (int tries = 0; tries < 100; tries++) {
            page.navigate(url);
            if (page.textContent("main").contains(text)) {
                return;
            }
            page.waitForTimeout(200);
        }
        throw new AssertionError("the page does not tell '" + text + "'");
    }

    private static void write(String name, String yaml) throws Exception {
        Path file = folder.resolve("templates").resolve(name + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml);
    }
}
