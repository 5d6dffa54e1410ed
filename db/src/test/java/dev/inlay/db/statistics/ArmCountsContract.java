package dev.inlay.db.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inlay.db.StoreContract;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import dev.inlay.db.campaign.Edition;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.statistics.AttributedOrder.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is counted of the arms of a hold-out, on every database. */
abstract class ArmCountsContract extends StoreContract {
    private static final String CAMPAIGN = "campaignaaaaaaaa";
    private static final String ANNA = "a".repeat(32);
    private static final String BERT = "b".repeat(32);
    private static final String CARA = "c".repeat(32);

    private long next = 1;

    @Test
    void withoutHoldOutThereAreNoArms() {
        lock(ANNA, "1", Arm.NONE);
        click(ANNA, RequestClass.PERSON, Arm.NONE);

        assertThat(arms(today())).isEmpty();
    }

    @Test
    void recipientOfSeveralEditionsCountsOnce() {
        lock(ANNA, "1", Arm.HOLD_OUT);
        lock(ANNA, "2", Arm.HOLD_OUT);
        lock(BERT, "1", Arm.PERSONALIZED);
        lock(CARA, "1", Arm.PERSONALIZED);
        click(ANNA, RequestClass.PERSON, Arm.HOLD_OUT);
        click(ANNA, RequestClass.PERSON, Arm.HOLD_OUT);
        click(BERT, RequestClass.SUSPECT, Arm.PERSONALIZED);

        assertThat(arms(today())).containsExactly(
                new ArmCounts(Arm.PERSONALIZED, 2, 0, 0, 1, 0, 0, BigDecimal.ZERO),
                new ArmCounts(Arm.HOLD_OUT, 1, 1, 0, 2, 2, 0, BigDecimal.ZERO));
    }

    @Test
    void clickerIsARecipientOfTheSameDays() {
        click(ANNA, RequestClass.PERSON, Arm.HOLD_OUT);
        lock(BERT, "1", Arm.PERSONALIZED);
        click(BERT, RequestClass.PERSON, Arm.HOLD_OUT);

        assertThat(arms(today())).extracting(ArmCounts::clickers).containsExactly(0L, 0L);
        assertThat(arms(today())).extracting(ArmCounts::personClicks).containsExactly(0L, 2L);
    }

    @Test
    void picturesAndOrdersAreThoseOfTheirArm() {
        found(Arm.HOLD_OUT, RequestClass.PERSON, 2);
        found(Arm.HOLD_OUT, RequestClass.PROXY, 3);
        order("1", Reason.CLICK, Arm.HOLD_OUT);
        order("2", Reason.SHOWN, Arm.HOLD_OUT);
        order("3", Reason.CLICK, Arm.PERSONALIZED);
        order("3", Reason.CLICK, Arm.HOLD_OUT);

        ArmCounts held = arms(today()).getLast();

        assertEquals(5, held.pictures());
        assertEquals(2, held.orders());
        assertThat(held.revenue()).isEqualByComparingTo("20");
        assertEquals(0, arms(today()).getFirst().orders());
    }

    @Test
    void otherDaysAndWebsitesAreNotCounted() {
        lock(ANNA, "1", Arm.HOLD_OUT);
        found(Arm.HOLD_OUT, RequestClass.PERSON, 2);

        assertThat(arms(today().plusDays(1))).isEmpty();
        shop = newWebsite();
        assertThat(arms(today())).isEmpty();
    }

    private void lock(String recipient, String send, Arm arm) {
        Campaign campaign = new Campaign(CAMPAIGN, shop, CampaignType.AUTO, Duration.ofDays(1), 1, 0,
                JsonNodeFactory.instance.objectNode());
        Assignment proposal = Assignment.proposed(List.of(new Pick("stove", "for_you", 1, List.of())),
                "v".repeat(64), arm);
        new AssignmentStore(database()).lock(Edition.of(campaign, send.getBytes(), now()),
                HexFormat.of().parseHex(recipient), proposal, 0, Duration.ofSeconds(20)).orElseThrow();
    }

    private void click(String recipient, RequestClass requestClass, Arm arm) {
        write(List.of(), List.of(new Click(new Click.Key(CAMPAIGN, now(), next), "edition1", recipient, 1,
                Optional.of("stove"), requestClass, "KNOWN", arm)));
    }

    private void found(Arm arm, RequestClass requestClass, long loads) {
        write(List.of(new FindingCount(CAMPAIGN, today(), 1, requestClass, FindingCount.Kind.ARM, arm.name(), loads)),
                List.of());
    }

    private void write(List<FindingCount> findings, List<Click> clicks) {
        statistics().write(new StatisticsBatch(shop, ANNA, next++, List.of(), findings, clicks, List.of()));
    }

    private void order(String number, Reason reason, Arm arm) {
        new AttributionStore(database()).put(shop, new AttributedOrder(number, CAMPAIGN, ANNA, reason, BigDecimal.TEN,
                now(), Map.of("stove", BigDecimal.TEN), arm));
    }

    private List<ArmCounts> arms(LocalDate day) {
        return statistics().arms(new CampaignDays(shop, CAMPAIGN, day, day));
    }

    private StatisticsStore statistics() {
        return new StatisticsStore(database());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    private Instant now() {
        return store.time().instant();
    }
}
