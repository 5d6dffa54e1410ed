package dev.inlay.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop keeps in cookies, where anybody may write anything. */
class CookiesTest {
    private final Assortment assortment = Assortment.bundled();
    private final Article tent = assortment.find("tent").orElseThrow();
    private final Article mug = assortment.find("enamel-mug-cream").orElseThrow();

    @Test
    void basketComesBackAsItWent() {
        Basket basket = new Basket(List.of()).with(tent).with(mug).with(mug);

        assertEquals(basket, Basket.parse(basket.cookie(), assortment));
        assertEquals(3, basket.count());
        assertEquals("278.80", basket.total().toPlainString());
        assertEquals(List.of(tent), basket.without(mug).lines().stream().map(Basket.Line::article).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~~~", "tent", "tent.0", "tent.10", "tent.-1", "tent.x", "unicorn.1", ".",
        "birdhouse.1"})
    void nonsenseAndWhatIsSoldOutIsInNoBasket(String cookie) {
        assertThat(Basket.parse(cookie, assortment).isEmpty()).isTrue();
    }

    @Test
    void orderComesBackAsItWent() {
        Order order = new Order("WT-1A2B3C", new Basket(List.of()).with(tent));

        assertEquals(Optional.of(order), Order.parse(order.cookie(), assortment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "WT-1A2B3C!", "<b>!tent.1", "WT-1A2B3C"})
    void nonsenseIsNoOrder(String cookie) {
        assertThat(Order.parse(cookie, assortment)).isEmpty();
    }

    @Test
    void loginComesBackAsItWent() {
        Login login = Login.of(" new+one@example.test ", "K 20/41;ä");

        assertEquals(login, Login.parse(login.cookie()));
        assertEquals(Optional.of("new+one@example.test"), login.email());
        assertThat(login.cookie()).matches("[A-Za-z0-9%._!*-]+");
    }

    @Test
    void shopKnowsTheAccountOfAnna() {
        assertEquals(Optional.of(Visitors.ANNAS_ACCOUNT), Login.of("Anna@example.test", "").customerId());
        assertEquals(Optional.of("K-1"), Login.of("Anna@example.test", "K-1").customerId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "nobody!", "a@b!"})
    void nonsenseIsNobody(String cookie) {
        assertThat(Login.parse(cookie).isKnown()).isFalse();
    }
}
