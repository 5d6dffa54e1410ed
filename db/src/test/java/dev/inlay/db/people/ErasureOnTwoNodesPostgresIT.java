package dev.inlay.db.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.TwoNodes;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.FeedOrder;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.OrderStore;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Identity.Unknown;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody is erased on one node while the other is told of their order. */
final class ErasureOnTwoNodesPostgresIT {
    private static final int SHOP = 1;
    private static final TrackingUserId PHONE = new TrackingUserId("0123456789abcdef00000001");

    private final TwoNodes nodes = new TwoNodes();
    private final IdentityStore identities = new IdentityStore(nodes.here());
    private final OrderStore orders = new OrderStore(nodes.here(), identities);

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void reportThatIsErasedMeanwhileDoesNotComeBackWithTheFeed() {
        orders.take(SHOP, List.of(row("1"), row("2")));
        report("1");
        report("2");

        nodes.meet(this::erase, () -> orders.take(SHOP, List.of(row("1", "tent"), row("2", "tent"))));

        assertEquals(new Unknown(), identities.resolveTrackingUser(SHOP, PHONE));
        assertEquals(List.of(), identities.path(SHOP, PHONE, 10));
    }

    private void erase(Writing writing) {
        new OwnerRemoval(writing.handle(), SHOP, StandIns.random()).remove(Owner.of(PHONE));
        new NameRemoval(writing.handle(), SHOP).remove(PHONE);
    }

    private void report(String orderNumber) {
        new ActivityStore(nodes.here(), identities).recordConversion(SHOP, Owner.of(PHONE),
                new Conversion(orderNumber, Optional.of(BigDecimal.TEN), List.of()), Association.NONE);
    }

    private FeedOrder row(String orderNumber, String... productNumbers) {
        return new FeedOrder(orderNumber, nodes.time().instant(), Optional.of(BigDecimal.TEN),
                Optional.of(new CustomerId("anna-1", false)), List.of(), List.of(productNumbers).stream()
                        .map(ProductReference::ofNumber)
                        .map(product -> new OrderLine(product, Optional.empty(), Optional.empty())).toList());
    }
}
