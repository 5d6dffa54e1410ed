package dev.inlay.server;

import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** A website of numbered products ({@code P1}, {@code P2}, ...) with photos drawn here and served from the loopback. */
public final class SmallShop implements AutoCloseable {
    private static final String HOME = "https://shop.example";

    private final HttpServer photos;
    private final Client client;
    private final String uuid;
    private final String home;
    private final int products;

    private SmallShop(HttpServer photos, Client client, String uuid, String home, int products) {
        this.photos = photos;
        this.client = client;
        this.uuid = uuid;
        this.home = home;
        this.products = products;
    }

    /** Opens a shop on {@code client}'s server and waits until every product can be shown. */
    public static SmallShop open(Client client, int products) throws IOException, InterruptedException {
        return open(client, products, HOME);
    }

    /** The same with pages below {@code home}. */
    public static SmallShop open(Client client, int products, String home) throws IOException, InterruptedException {
        HttpServer photos = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        photos.createContext("/", exchange -> {
            byte[] png = photo(exchange.getRequestURI().getPath().hashCode());
            exchange.sendResponseHeaders(200, png.length);
            try (var body = exchange.getResponseBody()) {
                body.write(png);
            }
        });
        photos.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        photos.start();
        String uuid = client.createWebsite("Small Shop", home);
        SmallShop shop = new SmallShop(photos, client, uuid, home, products);
        shop.importProducts();
        return shop;
    }

    public String uuid() {
        return uuid;
    }

    public String api(String path) {
        return "/api/websites/" + uuid + "/" + path;
    }

    static String url(int product) {
        return HOME + "/p/" + product;
    }

    /** A campaign with {@code slots}; returns its id. */
    public String campaign(int slots) throws IOException, InterruptedException {
        Client.Answer answer = client.post(api("campaigns"), Map.of("name", "News", "slots", slots));
        if (answer.status() != 201) {
            throw new IllegalStateException("campaign: " + answer);
        }
        return answer.json().get("id").textValue();
    }

    int view(String trackingUser, int product) throws IOException, InterruptedException {
        return client.post("/serve/collect/pageview", Map.of("websiteUuid", uuid, "trackingUserId", trackingUser,
                "productNumber", "P" + product)).status();
    }

    int setCustomer(String trackingUser, String customer) throws IOException, InterruptedException {
        return client.post("/serve/collect/customerId",
                Map.of("websiteUuid", uuid, "trackingUserId", trackingUser, "id", customer)).status();
    }

    @Override
    public void close() {
        photos.stop(0);
    }

    private void importProducts() throws IOException, InterruptedException {
        StringBuilder feed = new StringBuilder("id\ttitle\tlink\timage_link\tavailability\tprice\n");
        for (int i = 1; i <= products; i++) {
            feed.append("P%d\tProduct %d\t%s\thttp://127.0.0.1:%d/%d.png\tin stock\t%d.90 USD\n"
                    .formatted(i, i, home + "/p/" + i, photos.getAddress().getPort(), i, i));
        }
        String feedId = client.post(api("productfeeds"), Map.of("name", "products")).json().get("id").textValue();
        Client.Answer run = client.post(api("productfeeds/" + feedId + "/runs"), feed.toString().getBytes());
        if (run.status() != 200 || run.json().get("imported").intValue() != products) {
            throw new IllegalStateException("feed run: " + run);
        }
        awaitPhotos(client, api("productfeeds/" + feedId + "/runs/" + run.json().get("run").intValue()));
    }

    /** Waits until a run's photos are all there. */
    static void awaitPhotos(Client client, String run) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (client.get(run).json().get("photosPending").intValue() == 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("photos are still pending: " + client.get(run).json());
    }

    private static byte[] photo(int seed) throws IOException {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 300, 300);
        graphics.setColor(Color.getHSBColor((seed & 0xff) / 255f, .6f, .8f));
        graphics.fillOval(40, 40, 220, 220);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
