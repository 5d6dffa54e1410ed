package dev.inlay.server.feeds;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.server.http.Placeholder;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who bought, in the form that may be stored. What is no address or no id is told, and dropped. */
final class OrderBuyer {
    private final PersonalData personalData;

    OrderBuyer(PersonalData personalData) {
        this.personalData = personalData;
    }

    Optional<CustomerId> customer(Optional<String> told, Consumer<String> warnings) {
        Optional<CustomerId> customer = told.filter(id -> !Placeholder.isPlaceholder(id)).flatMap(this::customer);
        if (told.isPresent() && customer.isEmpty()) {
            warnings.accept("customerId is none of 1 to " + CustomerId.MAX_LENGTH + " characters, or a placeholder");
        }
        return customer;
    }

    /** The keys of the address; never repeats what was told. */
    List<EmailKey> email(Optional<String> told, Consumer<String> warnings) {
        Optional<EmailAddress> address = told.filter(email -> !Placeholder.isPlaceholder(email))
                .flatMap(EmailAddress::parse);
        if (told.isPresent() && address.isEmpty()) {
            warnings.accept("email is no address");
        }
        return address.map(personalData::emailKeys).orElse(List.of());
    }

    private Optional<CustomerId> customer(String id) {
        try {
            return Optional.of(personalData.customerId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
