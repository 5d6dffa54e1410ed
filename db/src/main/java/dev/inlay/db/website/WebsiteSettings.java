package dev.inlay.db.website;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Settings of a website.
 *
 * @param timeZone what times without a zone are in
 * @param priceFormat a {@link java.text.DecimalFormat} pattern for prices in pictures; empty = the locale's own
 * @param personalizeUnknownConsent whether shoppers who never said yes or no see personal pictures
 * @param retentionDays how long activity is kept, 1 to 3650 days
 * @param requireCustomerIdSignature whether a browser must prove a customer id or an email by a signature
 * @param attributionDays how long after a click or a picture an order is put down to it, 1 to 90 days
 */
public record WebsiteSettings(ZoneId timeZone, Optional<String> priceFormat, boolean personalizeUnknownConsent,
        int retentionDays, boolean requireCustomerIdSignature, int attributionDays) {
    public static final WebsiteSettings DEFAULTS =
            new WebsiteSettings(ZoneId.of("UTC"), Optional.empty(), true, 395, false, 7);

    public WebsiteSettings {
        if (retentionDays < 1 || retentionDays > 3650) {
            throw new IllegalArgumentException("retentionDays must be 1 to 3650 - was '" + retentionDays + "'");
        }
        if (attributionDays < 1 || attributionDays > 90) {
            throw new IllegalArgumentException("attributionDays must be 1 to 90 - was '" + attributionDays + "'");
        }
    }
}
