package dev.inlay.server.console.people;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Owner;
import java.util.Optional;

/**
 * What is asked before a person is erased.
 *
 * @param path where the page about the person lies, of the website
 */
record ErasureQuestion(Owner owner, Identity identity, String path) {
    String title() {
        return PersonName.title(owner);
    }

    /** Who that is, in tracking users and orders. */
    String whom() {
        return switch (owner.kind()) {
            case TRACKING_USER -> "This one tracking user";
            case CUSTOMER -> "Every tracking user of this customer, and the customer's orders";
            case EMAIL -> "Every tracking user with this address, and the orders that were mailed to it";
            case NOBODY -> "An order without buyer";
        };
    }

    /** Where there is something to see of the person, of the website. */
    String back() {
        return switch (identity) {
            case Identity.Known _ -> path;
            case Identity.Unknown() -> "/people";
        };
    }

    /** Whether order feeds are kept from bringing orders back: they name no tracking users. */
    boolean isRememberedForFeeds() {
        return owner.kind() != Owner.Kind.TRACKING_USER;
    }

    /** Who stays, that one might take for the same. */
    Optional<String> stays() {
        return switch (owner.kind()) {
            case TRACKING_USER -> customer().map(customer -> "Other tracking users of "
                    + PersonName.of(customer) + " stay: to erase them too, erase the customer.");
            case CUSTOMER, NOBODY -> Optional.empty();
            case EMAIL -> customer().map(customer -> "Tracking users of " + PersonName.of(customer)
                    + " that do not have this address stay: to erase them too, erase the customer.");
        };
    }

    private Optional<CustomerId> customer() {
        return switch (identity) {
            case Identity.Known known -> known.customer();
            case Identity.Unknown() -> Optional.empty();
        };
    }
}
