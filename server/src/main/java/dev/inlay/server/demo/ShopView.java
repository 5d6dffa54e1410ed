package dev.inlay.server.demo;

import java.util.List;
import java.util.Map;

/** What the pages of the shop show. */
sealed interface ShopView {
    /** What every page of the shop has; {@code calls} is what it tells the SDK. */
    record Frame(String websiteUuid, Basket basket, Login login, SdkCalls calls) { }

    Frame frame();

    /** All shelves. */
    record Home(Frame frame, Map<String, List<Article>> shelves) implements ShopView { }

    /** One article, its other colours, and what stands beside it. */
    record Product(Frame frame, Article article, List<Article> variants, List<Article> besides) implements ShopView { }

    record Cart(Frame frame) implements ShopView { }

    record Account(Frame frame) implements ShopView { }

    record Thanks(Frame frame, Order order) implements ShopView { }
}
