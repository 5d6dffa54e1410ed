package dev.inlay.server.reasons;

import dev.inlay.db.campaign.Pick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A score that can be read: six significant digits at most.
 *
 * @param parts by name, the weightiest first, rounded so that their sum is {@code whole} to the last digit
 */
public record RoundedScore(BigDecimal whole, Map<String, BigDecimal> parts) {
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    public static RoundedScore of(Pick pick) {
        BigDecimal whole = BigDecimal.valueOf(pick.score()).round(DIGITS);
        BigDecimal rest = whole;
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        for (String name : PartReasons.weightiestFirst(pick)) {
            BigDecimal part = BigDecimal.valueOf(pick.parts().get(name))
                    .setScale(whole.scale(), RoundingMode.HALF_EVEN);
            parts.put(name, part);
            rest = rest.subtract(part);
        }
        if (!parts.isEmpty()) {
            parts.merge(parts.keySet().iterator().next(), rest, BigDecimal::add);
        }
        parts.replaceAll((name, part) -> plain(part));
        return new RoundedScore(plain(whole), parts);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
