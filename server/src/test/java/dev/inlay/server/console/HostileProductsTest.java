package dev.inlay.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Page;
import dev.inlay.server.Chromium;
import dev.inlay.server.Shared;
import dev.inlay.server.feeds.FeedServer;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shops and operators write into products and feeds is text, whatever it looks like. */
class HostileProductsTest {
    @TempDir
    static Path folder;

    @Test
    void noTitleBrandNumberOrFeedNameRunsAScript() throws IOException {
        List<String> texts = Stream.of("injection-strings", "naughty-strings").flatMap(HostileProductsTest::cases)
                .filter(Json::isStorable).toList();
        try (ConsoleDesk desk = new ConsoleDesk(folder); FeedServer feed = new FeedServer();
                Chromium.Window window = desk.signIn(375, 800)) {
            String website = "/console/websites/" + desk.website("<script>alert(1)</script>");
            String api = website.replace("/console", "/api") + "/productfeeds";
            feed.serve(catalogue(texts));
            String id = desk.api("POST", api, Json.object().put("name", "\"><script>alert(1)</script>")
                    .put("url", feed.url())).get("id").asText();
            int imported = desk.api("POST", api + "/" + id + "/runs").get("imported").asInt();
            assertThat(imported).isGreaterThan(600);
            texts.stream().limit(150).forEach(name ->
                    desk.send(desk.request("POST", api, Json.object().put("name", name))));
            Page page = window.page();
            page.onDialog(dialog -> {
                throw new AssertionError("a script ran: " + dialog.message());
            });

            for (int number = 1; number <= imported / 50 + 1; number++) {
                look(window, desk.url(website + "/products?page=" + number));
            }
            for (String path : List.of("", "/products/feeds", "/products/feeds/" + id,
                    "/products/feeds/" + id + "/edit", "/products/feeds/" + id + "/delete")) {
                look(window, desk.url(website + path));
            }
            for (int i = 0; i < texts.size(); i += 21) {
                look(window, desk.url(website + "/products/one?number=N" + i));
            }
            page.navigate(desk.url(website + "/products?q=N1"));
            page.fill("#q", "\"><img src=x onerror=alert(1)>");
            page.waitForSelector("#found >> text=of");
            look(window, desk.url(website + "/products?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"));
        }
    }

    private static void look(Chromium.Window window, String url) {
        Page page = window.page();
        page.navigate(url);
        assertThat(window.problems()).as(url).isEmpty();
        assertThat(window.scrollsSideways()).as(url).isFalse();
        assertEquals(0, page.locator("main script, main svg, main iframe, main object, main [onerror], main [onload]")
                .count(), url);
        assertEquals(1, page.locator("h1").count(), url);
    }

    private static String catalogue(List<String> texts) {
        ArrayNode items = Json.mapper().createArrayNode();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            items.addObject().put("productNumber", i % 3 == 0 ? "N" + i : text + i).put("title", text)
                    .put("brand", text).put("price", text).put("url", "https://shop.example/" + i);
        }
        return "{\"items\":" + items + "}";
    }

    private static Stream<String> cases(String corpus) {
        try {
            return Files.readAllLines(Shared.path("corpora/" + corpus + "/cases.jsonl")).stream()
                    .map(line -> Json.parseObject(line.getBytes(StandardCharsets.UTF_8)).get("value").asText());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
