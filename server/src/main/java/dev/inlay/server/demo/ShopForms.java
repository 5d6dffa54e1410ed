package dev.inlay.server.demo;

import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.RawQuery;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** The buttons of the shop: each changes a cookie and leads on to a page. */
final class ShopForms implements HttpService {
    private static final long ORDER_NUMBERS = 36L * 36 * 36 * 36 * 36 * 36;

    private final Assortment assortment;

    ShopForms(Assortment assortment) {
        this.assortment = assortment;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/cart", this::add)
                .post("/cart/remove", this::remove)
                .post("/checkout", this::checkout)
                .post("/login", this::login)
                .post("/logout", this::logout)
                .post("/forget", this::forget);
    }

    private void add(ServerRequest request, ServerResponse response) {
        Article article = article(DemoPages.form(request));
        Cookies.BASKET.write(response, article.inStock() ? basket(request).with(article).cookie()
                : basket(request).cookie());
        DemoPages.seeOther(response, ShopPages.PATH + "/cart");
    }

    private void remove(ServerRequest request, ServerResponse response) {
        Cookies.BASKET.write(response, basket(request).without(article(DemoPages.form(request))).cookie());
        DemoPages.seeOther(response, ShopPages.PATH + "/cart");
    }

    private void checkout(ServerRequest request, ServerResponse response) {
        Basket basket = basket(request);
        if (!basket.isEmpty()) {
            Cookies.ORDER.write(response, new Order(nextNumber(), basket).cookie());
            Cookies.BASKET.forget(response);
        }
        DemoPages.seeOther(response, ShopPages.PATH + "/thanks");
    }

    private void login(ServerRequest request, ServerResponse response) {
        RawQuery form = DemoPages.form(request);
        Login login = Login.of(form.first("email").orElse(""), form.first("customerId").orElse(""));
        Cookies.LOGIN.write(response, login.cookie());
        DemoPages.seeOther(response, ShopPages.PATH + "/account");
    }

    private void logout(ServerRequest request, ServerResponse response) {
        Cookies.LOGIN.forget(response);
        DemoPages.seeOther(response, ShopPages.PATH + "/account");
    }

    /** Makes a new visitor of this browser. */
    private void forget(ServerRequest request, ServerResponse response) {
        for (Cookies cookie : Cookies.values()) {
            cookie.forget(response);
        }
        DemoPages.seeOther(response, ShopPages.PATH);
    }

    private Article article(RawQuery form) {
        return form.first("product").flatMap(assortment::find)
                .orElseThrow(() -> HttpProblem.notFound("no such product"));
    }

    private Basket basket(ServerRequest request) {
        return Basket.parse(Cookies.BASKET.read(request), assortment);
    }

    private static String nextNumber() {
        long number = ORDER_NUMBERS + ThreadLocalRandom.current().nextLong(ORDER_NUMBERS);
        return "WT-" + Long.toString(number, 36).toUpperCase(Locale.ROOT);
    }
}
