package dev.inlay.server.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.inlay.server.http.Json;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import javax.imageio.ImageIO;

/** A website on a {@link ConsoleDesk} whose products {@code P1}, {@code P2}, ... have photos and can be shown. */
public final class ConsoleShop implements AutoCloseable {
    private final ConsoleDesk desk;
    private final HttpServer photos;
    private final String uuid;

    private ConsoleShop(ConsoleDesk desk, HttpServer photos, String uuid) {
        this.desk = desk;
        this.photos = photos;
        this.uuid = uuid;
    }

    /** Returns when all products can be shown; each has a title of {@code titles}. */
    public static ConsoleShop open(ConsoleDesk desk, String name, List<String> titles) {
        try {
            HttpServer photos = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            photos.createContext("/", exchange -> {
                byte[] png = photo(exchange.getRequestURI().getPath().hashCode());
                exchange.sendResponseHeaders(200, png.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(png);
                }
            });
            photos.start();
            ConsoleShop shop = new ConsoleShop(desk, photos, desk.website(name));
            shop.fill(titles);
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String uuid() {
        return uuid;
    }

    public String api(String path) {
        return "/api/websites/" + uuid + path;
    }

    /** Where a page of the console about this shop lies. */
    public String page(String path) {
        return desk.url("/console/websites/" + uuid + path);
    }

    /** The id of a new campaign with {@code settings} (JSON, single quotes) beside its name. */
    public String campaign(String name, String settings) {
        ObjectNode json = Json.parseObject(("{" + settings.replace('\'', '"') + "}").getBytes()).put("name", name);
        return desk.api("POST", api("/campaigns"), json).get("id").asText();
    }

    public JsonNode campaign(String id) {
        return desk.api("GET", api("/campaigns/" + id), Json.object());
    }

    /** A visitor with an address who looked at {@code productNumbers}; returns the tracking user. */
    public String visitor(String email, String... productNumbers) {
        ObjectNode who = Json.object().put("websiteUuid", uuid);
        String id = track("trackingUser", who).get("id").asText();
        who.put("trackingUserId", id);
        for (String number : productNumbers) {
            track("collect/pageview", who.deepCopy().put("productNumber", number));
        }
        track("collect/email", who.deepCopy().put("email", email));
        return id;
    }

    /** An order of {@code trackingUser}, one {@code productNumber} for {@code total}. */
    public void order(String trackingUser, String productNumber, double total) {
        ObjectNode order = Json.object().put("websiteUuid", uuid).put("trackingUserId", trackingUser)
                .put("orderNumber", "O-" + productNumber).put("total", total);
        order.putArray("products").addObject().put("productNumber", productNumber).put("quantity", 1)
                .put("lineTotal", total);
        track("collect/conversion", order);
    }

    private JsonNode track(String path, ObjectNode body) {
        return Json.parseObject(desk.send(HttpRequest.newBuilder(URI.create(desk.url("/serve/" + path)))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString())).build())
                .body().getBytes());
    }

    private void fill(List<String> titles) {
        for (int i = 1; i <= titles.size(); i++) {
            desk.api("POST", api("/products"), product("P" + i, titles.get(i - 1), i));
        }
        ObjectNode all = Json.object().put("trackingUserId", "a".repeat(24)).put("count", Math.min(100, titles.size()));
        for (int i = 0; i < 600; i++) {
            int showable = desk.api("POST", api("/recommendations"), all).get("products").size();
            if (showable == all.get("count").intValue()) {
                return;
            }
            pause();
        }
        throw new AssertionError("photos are still pending");
    }

    /** A product with the photo {@code photo}, as the API takes it. */
    public ObjectNode product(String number, String title, int photo) {
        ObjectNode product = Json.object();
        product.putObject("data").put("type", "products").putObject("attributes")
                .put("productNumber", number).put("title", title).put("price", 9.90 + 10 * photo)
                .put("brand", "Brand " + photo).put("inStock", true)
                .put("url", "https://shop.example/p/" + number.replaceFirst("^P", ""))
                .put("imgUrl", "http://127.0.0.1:" + photos.getAddress().getPort() + "/" + photo + ".png");
        return product;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] photo(int seed) throws IOException {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 400, 400);
        graphics.setColor(Color.getHSBColor((seed & 0xff) / 255f, .5f, .8f));
        graphics.fillRoundRect(60, 60, 280, 280, 80, 80);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Override
    public void close() {
        photos.stop(0);
    }
}
