package dev.inlay.db.website;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of a website.
 *
 * @param timeZone what times without a zone are in
 * @param priceFormat a {@link java.text.DecimalFormat} pattern for prices in pictures; empty = the locale's own
 * @param personalizeUnknownConsent whether shoppers who never said yes or no see personal pictures
 * @param retentionDays how long activity and orders are kept, 1 to 3650 days
 * @param requireCustomerIdSignature whether a browser must prove a customer id or an email by a signature
 * @param attributionDays how long after a click or a picture an order is put down to it, 1 to 90 days
 * @param mailRetentionDays how long is kept what a mail showed and what became of it, 90 to 3650 days
 * @param picking numbers that picking is set by, where they are not the standard ones
 */
public record WebsiteSettings(ZoneId timeZone, Optional<String> priceFormat, boolean personalizeUnknownConsent,
        int retentionDays, boolean requireCustomerIdSignature, int attributionDays,
        int mailRetentionDays, Map<String, Double> picking) {
    public static final WebsiteSettings DEFAULTS =
            new WebsiteSettings(ZoneId.of("UTC"), Optional.empty(), true, 395, false, 7, 395);

    /** With the standard numbers of picking. */
    public WebsiteSettings(ZoneId timeZone, Optional<String> priceFormat, boolean personalizeUnknownConsent,
            int retentionDays, boolean requireCustomerIdSignature, int attributionDays, int mailRetentionDays) {
        this(timeZone, priceFormat, personalizeUnknownConsent, retentionDays, requireCustomerIdSignature,
                attributionDays, mailRetentionDays, Map.of());
    }

    public WebsiteSettings {
        picking = Map.copyOf(picking);
        if (retentionDays < 1 || retentionDays > 3650) {
            throw new IllegalArgumentException("retentionDays must be 1 to 3650 - was '" + retentionDays + "'");
        }
        if (attributionDays < 1 || attributionDays > 90) {
            throw new IllegalArgumentException("attributionDays must be 1 to 90 - was '" + attributionDays + "'");
        }
        if (mailRetentionDays < 90 || mailRetentionDays > 3650) {
            throw new IllegalArgumentException("mailRetentionDays must be 90 to 3650 - was '" + mailRetentionDays
                    + "'");
        }
    }

    /** Activity and orders from before this are not kept at {@code now}. */
    public Instant keptSince(Instant now) {
        return now.minus(Duration.ofDays(retentionDays));
    }
}
