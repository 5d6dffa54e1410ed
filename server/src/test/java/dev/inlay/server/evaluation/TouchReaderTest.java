package dev.inlay.server.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.Owner;
import dev.inlay.server.http.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TouchReaderTest {
    private static final String TIME = "'time':'1970-01-01T00:00:01.500Z'";

    private final TouchReader reader = new TouchReader(Catalogue.of(List.of(Product.of("stove", "Stove",
            "https://shop.example/stove", "stove.png", BigDecimal.ONE)), Map.of()));

    @Test
    void trackingUsersOfACustomerAreOnePersonWithVisitsOfTheirOwn() {
        PastTouch phone = read("'type':'view','trackingUserId':'a1','customerId':'K','productNumber':'stove'");
        PastTouch laptop = read("'type':'cart','trackingUserId':'a2','customerId':'K','productNumber':'stove'");
        PastTouch order = read("'type':'purchase','customerId':'K','productNumber':'stove'");

        assertEquals(phone.person(), laptop.person());
        assertEquals(phone.person(), order.person());
        assertNotEquals(phone.owner(), laptop.owner());
        assertEquals(List.of(EventType.VIEW, EventType.CART, EventType.PURCHASE),
                List.of(phone.type(), laptop.type(), order.type()));
        assertEquals(1_500, phone.millis());
    }

    @Test
    void whoNeverSaidWhoHeIsIsAPersonOfHisOwn() {
        assertNotEquals(read("'type':'view','trackingUserId':'K','productNumber':'stove'").person(),
                read("'type':'view','customerId':'K','productNumber':'stove'").person());
        assertEquals(Owner.Kind.EMAIL,
                read("'type':'purchase','owner':'email 07','productNumber':'stove'").owner().kind());
        assertEquals(Owner.Kind.NOBODY,
                read("'type':'purchase','owner':'order SO-1','productNumber':'stove'").owner().kind());
    }

    @Test
    void productIsTheOneThatTheCatalogueKnowsElseWhatItWasNamedBy() {
        assertEquals("stove",
                read("'type':'view','trackingUserId':'a1','url':'https://www.shop.example/stove?x=1'").product());
        assertEquals("tent", read("'type':'view','trackingUserId':'a1','productNumber':'tent'").product());
        assertEquals("https://shop.example/tent",
                read("'type':'view','trackingUserId':'a1','url':'https://shop.example/tent'").product());
    }

    private PastTouch read(String members) {
        return reader.read(Json.parseObject(("{" + members + "," + TIME + "}").replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8)));
    }
}
