package dev.inlay.server.console.start;

import dev.inlay.server.console.Numbers;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What the mails of all campaigns brought in the last 7 days (UTC).
 *
 * @param isOpened whether a picture was ever loaded, as far as the last year goes
 * @param pictures how often pictures were loaded
 * @param clicks different recipients and mails that a person clicked for
 * @param revenue of {@code orders}, in {@code currency}
 */
record Week(boolean isOpened, long pictures, long clicks, long orders, BigDecimal revenue, String currency) {
    String revenueText() {
        return Numbers.money(revenue, Currency.getInstance(currency));
    }
}
