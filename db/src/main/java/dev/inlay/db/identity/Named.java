package dev.inlay.db.identity;

import java.util.List;
import java.util.Optional;

/**
 * Somebody as a call or a mail names them: by one kind of name. A mail may leave open which of several it means.
 *
 * @param customers what a URL can mean, most likely first
 * @param emails likewise; or of one address all keys
 */
public record Named(Optional<TrackingUserId> trackingUser, List<CustomerId> customers, List<EmailKey> emails) {
    public static final Named NOBODY = new Named(Optional.empty(), List.of(), List.of());

    public Named {
        customers = List.copyOf(customers);
        emails = List.copyOf(emails);
    }

    public static Named of(TrackingUserId trackingUser) {
        return new Named(Optional.of(trackingUser), List.of(), List.of());
    }

    public static Named byCustomer(List<CustomerId> candidates) {
        return new Named(Optional.empty(), candidates, List.of());
    }

    public static Named byEmail(List<EmailKey> keys) {
        return new Named(Optional.empty(), List.of(), keys);
    }

    public static Named of(Owner owner) {
        return switch (owner.kind()) {
            case TRACKING_USER -> of(new TrackingUserId(owner.id()));
            case CUSTOMER -> byCustomer(List.of(owner.customer()));
            case EMAIL -> byEmail(List.of(owner.email()));
            case NOBODY -> NOBODY;
        };
    }
}
