package dev.inlay.db.statistics;

import dev.inlay.db.campaign.Arm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An order, and the campaign that it is put down to.
 *
 * @param recipient 32 hex characters: the key under which the buyer got the mail
 * @param revenue what the order brought, in the currency of the shop; a sum beyond what the store holds is the most
 *         that it holds, here and of each product
 * @param at when it was placed
 * @param products what each product of it brought, by product number
 * @param arm that of the click, or of the lock that showed what was bought
 */
public record AttributedOrder(String orderNumber, String campaignId, String recipient, Reason reason,
        BigDecimal revenue, Instant at, Map<String, BigDecimal> products, Arm arm) {
    /** Why: the buyer had clicked, or had not, but had been shown what they bought. */
    public enum Reason { CLICK, SHOWN }

    private static final int SCALE = 4;
    private static final BigDecimal MOST = new BigDecimal("999999999999999.9999");

    public AttributedOrder {
        revenue = storable(revenue);
        products = products.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                product -> storable(product.getValue())));
    }

    private static BigDecimal storable(BigDecimal sum) {
        return sum.setScale(SCALE, RoundingMode.HALF_UP).min(MOST).max(MOST.negate());
    }
}
