package dev.inlay.db.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.TestStore;
import dev.inlay.db.TwoNodes;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PathStep;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What two nodes say of one tracking user at the same moment: neither loses what the other says. */
final class AssociationsOnTwoNodesPostgresIT {
    private static final int SHOP = 1;
    private static final TrackingUserId PHONE = new TrackingUserId("0123456789abcdef00000001");
    private static final CustomerId ANNA = new CustomerId("anna-1", false);
    private static final CustomerId BERT = new CustomerId("bert-2", false);
    private static final Association BERT_HIMSELF =
            new Association(Optional.of(BERT), List.of(), Source.BROWSER);

    private final TwoNodes nodes = new TwoNodes();
    private final IdentityStore here = new IdentityStore(nodes.here());
    private final IdentityStore there = new IdentityStore(nodes.there());
    private final List<EmailKey> address = new PersonalData(TestStore.SECRET)
            .emailKeys(EmailAddress.parse("anna@shop.example").orElseThrow());
    private final Association email = new Association(Optional.empty(), address, Source.BROWSER);

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void customerAndEmailThatAreSaidAtOnceBothCount() {
        here.associate(SHOP, PHONE, BERT_HIMSELF);

        nodes.meet(writing -> there.associate(writing, SHOP, PHONE, email), () -> {
            here.associate(SHOP, PHONE, new Association(Optional.of(ANNA), List.of(), Source.BROWSER));
            return null;
        });

        assertEquals(Optional.of(ANNA), last().customer());
        assertEquals(Optional.of(address.getFirst()), last().email());
    }

    @Test
    void pastOverrulesNobodyWhoIsNamedMeanwhile() {
        here.associate(SHOP, PHONE, email);
        PastEvent view = new PastEvent(Owner.of(PHONE), EventType.VIEW, ProductReference.ofNumber("stove"),
                nodes.time().instant().minus(Duration.ofDays(100)), Optional.empty(), Optional.of(ANNA));

        nodes.meet(this::sayBert, () -> new ActivityImport(nodes.here()).add(SHOP, List.of(view)));

        assertEquals(Optional.of(BERT), last().customer());
        assertThat(here.resolveCustomer(SHOP, List.of(BERT))).isEqualTo(here.resolveTrackingUser(SHOP, PHONE));
    }

    @Test
    void orderFeedOverrulesNobodyWhoIsNamedMeanwhile() {
        here.associate(SHOP, PHONE, email);
        new ActivityStore(nodes.here(), here).recordConversion(SHOP, Owner.of(PHONE),
                new Conversion("1", Optional.of(BigDecimal.TEN), List.of()), Association.NONE);
        FeedOrder row = new FeedOrder("1", nodes.time().instant(), Optional.of(BigDecimal.TEN), Optional.of(ANNA),
                List.of(), List.of());
        nodes.time().advance(Duration.ofHours(1));

        nodes.meet(this::sayBert, () -> new OrderStore(nodes.here(), here).take(SHOP, List.of(row)));

        assertEquals(Optional.of(BERT), last().customer());
        assertThat(here.resolveCustomer(SHOP, List.of(BERT))).isEqualTo(here.resolveTrackingUser(SHOP, PHONE));
    }

    @Test
    void clickTakesNobodyAwayWhoIsNamedMeanwhile() {
        boolean claimed = nodes.meet(this::sayBert, () -> here.reidentify(SHOP, PHONE,
                new Association(Optional.empty(), address, Source.CLICK)));

        assertThat(claimed).isFalse();
        assertThat(here.path(SHOP, PHONE, 10)).extracting(PathStep::source).containsExactly(Source.BROWSER);
    }

    private void sayBert(Writing writing) {
        there.associate(writing, SHOP, PHONE, BERT_HIMSELF);
    }

    private PathStep last() {
        return here.path(SHOP, PHONE, 1).getFirst();
    }
}
