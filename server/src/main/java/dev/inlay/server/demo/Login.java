package dev.inlay.server.demo;

import dev.inlay.server.http.RawQuery;
import java.util.Optional;

/** Who a shopper said to be: an address, an account of the shop, or both. Kept in a cookie. */
record Login(Optional<String> email, Optional<String> customerId) {
    private static final int MAX_LENGTH = 100;

    static final Login NOBODY = new Login(Optional.empty(), Optional.empty());

    /** As {@link #of}, from the cookie. */
    static Login parse(String cookie) {
        String[] parts = cookie.split("!", 2);
        return parts.length < 2 ? NOBODY : of(RawQuery.decode(parts[0]), RawQuery.decode(parts[1]));
    }

    /** What of the two can be used; the shop knows which account an address has. */
    static Login of(String email, String customerId) {
        Optional<String> address = usable(email).filter(value -> value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"));
        Optional<String> account = usable(customerId)
                .or(() -> address.filter(Visitors.ANNA::equalsIgnoreCase).map(anna -> Visitors.ANNAS_ACCOUNT));
        return new Login(address, account);
    }

    boolean isKnown() {
        return email.isPresent() || customerId.isPresent();
    }

    boolean hasBoth() {
        return email.isPresent() && customerId.isPresent();
    }

    /** As the shop greets. */
    String name() {
        return email.or(this::customerId).orElse("");
    }

    String cookie() {
        return Recipient.encode(email.orElse("")) + "!" + Recipient.encode(customerId.orElse(""));
    }

    /** The recipient of mails to this shopper. */
    Optional<Recipient> recipient() {
        return email.map(address -> Recipient.ofEmail(name(), address))
                .or(() -> customerId.map(id -> Recipient.ofCustomer(name(), id)));
    }

    private static Optional<String> usable(String value) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty() && text.length() <= MAX_LENGTH)
                .filter(text -> text.chars().noneMatch(Character::isISOControl));
    }
}
