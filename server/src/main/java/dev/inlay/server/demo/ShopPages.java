package dev.inlay.server.demo;

import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Routes;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages of the shop. What a shopper did there is told by the browser, through the SDK, as in any shop. */
final class ShopPages implements HttpService {
    static final String PATH = DemoService.PATH + "/shop";
    private static final int BESIDES = 4;

    private final DemoPages pages;
    private final Assortment assortment;
    private final Supplier<OpenShop> shop;
    private final String publicUrl;

    ShopPages(DemoPages pages, Assortment assortment, Supplier<OpenShop> shop, String publicUrl) {
        this.pages = pages;
        this.assortment = assortment;
        this.shop = shop;
        this.publicUrl = publicUrl;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::home)
                .any("/", Routes.methodNotAllowed("GET"))
                .get("/p/{name}", this::product)
                .get("/cart", this::cart)
                .get("/account", this::account)
                .get("/thanks", this::thanks);
    }

    private void home(ServerRequest request, ServerResponse response) {
        ShopView.Frame frame = frame(request, new SdkCalls().view(publicUrl + PATH));
        pages.send(response, "shop", new ShopView.Home(frame, assortment.shelves()));
    }

    private void product(ServerRequest request, ServerResponse response) {
        Article article = assortment.find(request.path().pathParameters().get("name"))
                .orElseThrow(() -> HttpProblem.notFound("no such product"));
        ShopView.Frame frame = frame(request, new SdkCalls().view(publicUrl + article.path(), article));
        List<Article> variants = assortment.articles().stream().filter(other -> !other.equals(article)
                && other.itemGroupId().isPresent() && other.itemGroupId().equals(article.itemGroupId())).toList();
        pages.send(response, "product",
                new ShopView.Product(frame, article, variants, assortment.besides(article, BESIDES)));
    }

    private void cart(ServerRequest request, ServerResponse response) {
        pages.send(response, "cart",
                new ShopView.Cart(frame(request, new SdkCalls().cart(basket(request)))));
    }

    private void account(ServerRequest request, ServerResponse response) {
        pages.send(response, "account",
                new ShopView.Account(frame(request, new SdkCalls().login(login(request)))));
    }

    private void thanks(ServerRequest request, ServerResponse response) {
        Optional<Order> order = Order.parse(Cookies.ORDER.read(request), assortment);
        if (order.isEmpty()) {
            DemoPages.seeOther(response, PATH + "/cart");
            return;
        }
        SdkCalls calls = new SdkCalls().order(order.get(), login(request)).cart(basket(request));
        pages.send(response, "thanks", new ShopView.Thanks(frame(request, calls), order.get()));
    }

    private ShopView.Frame frame(ServerRequest request, SdkCalls calls) {
        return new ShopView.Frame(shop.get().websiteUuid(), basket(request), login(request), calls);
    }

    private Basket basket(ServerRequest request) {
        return Basket.parse(Cookies.BASKET.read(request), assortment);
    }

    private static Login login(ServerRequest request) {
        return Login.parse(Cookies.LOGIN.read(request));
    }
}
