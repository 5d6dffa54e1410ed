package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.Secret;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.identity.PersonalData;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldOutTest {
    private static final int KEYS = 20_000;
    private static final String CAMPAIGN = "campaignaaaaaaaa";

    private final HoldOut holdOut = holdOut(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 33, 50})
    void shareOfRecipientsIsThatAskedFor(int percent) {
        double expected = KEYS * percent / 100.0;
        double fiveSigma = 5 * Math.sqrt(expected * (100 - percent) / 100.0);

        assertThat((double) held(holdOut, CAMPAIGN, percent).size()).isBetween(expected - fiveSigma,
                expected + fiveSigma);
    }

    @Test
    void nobodyIsHeldOutAtZero() {
        assertThat(held(holdOut, CAMPAIGN, 0)).isEmpty();
    }

    @Test
    void recipientHasTheSameArmOnEveryNode() {
        assertEquals(held(holdOut, CAMPAIGN, 20), held(holdOut(1), CAMPAIGN, 20));
    }

    @Test
    void whoeverIsHeldOutStaysSoWhenTheShareGrows() {
        for (int percent = 0; percent < 50; percent += 7) {
            assertThat(held(holdOut, CAMPAIGN, percent + 7)).containsAll(held(holdOut, CAMPAIGN, percent));
        }
    }

    @Test
    void campaignsDrawApart() {
        Set<Integer> both = held(holdOut, CAMPAIGN, 50);
        both.retainAll(held(holdOut, "campaignbbbbbbbb", 50));

        assertThat(both).hasSizeBetween(KEYS / 4 - 350, KEYS / 4 + 350);
    }

    @Test
    void drawIsAnotherUnderAnotherSecret() {
        Set<Integer> both = held(holdOut, CAMPAIGN, 50);
        both.retainAll(held(holdOut(2), CAMPAIGN, 50));

        assertThat(both).hasSizeBetween(KEYS / 4 - 350, KEYS / 4 + 350);
    }

    private static Set<Integer> held(HoldOut holdOut, String campaign, int percent) {
        return IntStream.range(0, KEYS).filter(key -> holdOut.arm(campaign,
                ByteBuffer.allocate(16).putInt(key).array(), percent) == Arm.HOLD_OUT).boxed()
                .collect(Collectors.toSet());
    }

    private static HoldOut holdOut(int secret) {
        byte[] bytes = new byte[Secret.MIN_LENGTH];
        bytes[0] = (byte) secret;
        return new HoldOut(new PersonalData(new Secret(bytes)));
    }
}
