package dev.inlay.server.demo;

import dev.inlay.server.Settings;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Routes;
import dev.inlay.templates.illustration.Illustration;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Everything below {@value #PATH}: the welcome page, the shop, the inbox, and the pictures of the products. */
final class DemoService implements HttpService {
    static final String PATH = "/demo";
    private static final String PNG = ".png";
    private static final Map<String, String> ASSETS = Map.of(
            "demo.css", "text/css; charset=utf-8",
            "shop.js", "text/javascript; charset=utf-8",
            "logo.svg", "image/svg+xml");

    private final DemoPages pages = new DemoPages();
    private final Map<String, Optional<byte[]>> photos = new ConcurrentHashMap<>();
    private final CompletableFuture<OpenShop> shop = new CompletableFuture<>();
    private final Settings settings;
    private final Assortment assortment;
    private final Doors doors;

    DemoService(Settings settings, Assortment assortment, Doors doors) {
        this.settings = settings;
        this.assortment = assortment;
        this.doors = doors;
    }

    /** From now on the pages are there; before only the pictures are. */
    void open(OpenShop opened) {
        shop.complete(opened);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::welcome)
                .get("/photos/{file}", this::photo)
                .get("/assets/{file}", this::asset)
                .register("/shop", new ShopPages(pages, assortment, this::shop, settings.publicUrl()),
                        new ShopForms(assortment))
                .register("/inbox", new InboxPages(pages, assortment, this::shop, doors, settings))
                .any("/", Routes.methodNotAllowed("GET"));
    }

    private OpenShop shop() {
        return Optional.ofNullable(shop.getNow(null)).orElseThrow(() ->
                new HttpProblem(Status.SERVICE_UNAVAILABLE_503, "the demo is being set up"));
    }

    private void welcome(ServerRequest request, ServerResponse response) {
        shop();
        pages.send(response, "welcome", new WelcomeView(settings.adminKey().filter(key -> LocalBrowser.sent(request))));
    }

    private void photo(ServerRequest request, ServerResponse response) {
        String file = request.path().pathParameters().get("file");
        byte[] png = Optional.of(file).filter(name -> name.endsWith(PNG))
                .flatMap(name -> assortment.find(name.substring(0, name.length() - PNG.length())))
                .flatMap(article -> photos.computeIfAbsent(article.name(), DemoService::draw))
                .orElseThrow(() -> HttpProblem.notFound("no such picture"));
        send(response, "image/png", png);
    }

    private static Optional<byte[]> draw(String name) {
        return Illustration.find(name).map(Illustration::png);
    }

    private void asset(ServerRequest request, ServerResponse response) throws IOException {
        String file = request.path().pathParameters().get("file");
        String type = Optional.ofNullable(ASSETS.get(file)).orElseThrow(() -> HttpProblem.notFound("no such file"));
        try (InputStream in = DemoService.class.getResourceAsStream("assets/" + file)) {
            send(response, type, in.readAllBytes());
        }
    }

    private static void send(ServerResponse response, String type, byte[] bytes) {
        response.header(HeaderNames.CONTENT_TYPE, type)
                .header(HeaderNames.CACHE_CONTROL, "no-cache")
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .send(bytes);
    }
}
