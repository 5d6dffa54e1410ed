package dev.inlay.db.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** What {@link OfferDao} reads and writes. */
interface OfferRows {
    /** A row of table {@code product_change}: what was offered until {@code run} replaced it. */
    record OfferRow(int websiteId, String productNumber, long run, BigDecimal price, BigDecimal oldPrice,
            Long saleStartMs, Long saleEndMs, boolean inStock) {
        private static final int SCALE = 4;
        private static final int DIGITS = 15;

        static OfferRow of(int websiteId, String productNumber, long run, Offer offer) {
            return new OfferRow(websiteId, productNumber, run, storable(offer.price()), storable(offer.oldPrice()),
                    millis(offer.saleStart()), millis(offer.saleEnd()), offer.inStock());
        }

        /** {@code amount} as the column takes it; null for one beyond all reason, as for none. */
        private static BigDecimal storable(BigDecimal amount) {
            return amount == null || (long) amount.precision() - amount.scale() >= DIGITS || amount.scale() < -DIGITS
                    ? null : amount.setScale(SCALE, RoundingMode.HALF_UP);
        }

        private static Long millis(Instant time) {
            return time == null ? null : time.toEpochMilli();
        }
    }

    /** A row as it is read. */
    record PastOfferRow(long atMs, BigDecimal price, BigDecimal oldPrice, Long saleStartMs, Long saleEndMs,
            boolean inStock) {
        PastOffer pastOffer() {
            return new PastOffer(Instant.ofEpochMilli(atMs),
                    new Offer(price, oldPrice, time(saleStartMs), time(saleEndMs), inStock));
        }

        private static Instant time(Long millis) {
            return millis == null ? null : Instant.ofEpochMilli(millis);
        }
    }
}
