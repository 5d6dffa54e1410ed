package dev.inlay.server.console.people;

import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.http.InvalidParameterException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whom the operator looks for, as the form says.
 *
 * @param mailed where lies, of the website, what is stored of somebody who never did anything in the shop; empty if no
 *        such person was found
 */
record PersonSearch(FilledForm form, boolean foundNobody, Optional<String> mailed) {
    static final List<String> FIELDS = List.of("who", "name");

    static PersonSearch empty() {
        return of(FilledForm.of(Map.of("who", "userEmail")));
    }

    static PersonSearch of(FilledForm form) {
        return new PersonSearch(form, false, Optional.empty());
    }

    PersonSearch inVain() {
        return new PersonSearch(form, true, Optional.empty());
    }

    PersonSearch mailed(String path) {
        return new PersonSearch(form, false, Optional.of(path));
    }

    PersonSearch with(InvalidParameterException problem) {
        return of(form.with(problem));
    }

    boolean isBy(String who) {
        return form.value("who").equals(who);
    }

    /** Who that is; 400 names the field {@code name} if nobody can be called so. */
    Owner owner(PersonalData personalData) {
        String name = form.value("name").strip();
        return switch (form.value("who")) {
            case "customerId" -> named("must be a customer id of 1 to 255 characters", name,
                    () -> Owner.of(personalData.customerId(name)));
            case "trackingUserId" -> named("must be 24 hex characters", name, () -> Owner.of(new TrackingUserId(name)));
            default -> Owner.of(personalData.emailKeys(EmailAddress.parse(name).orElseThrow(() ->
                    new InvalidParameterException("name", "must be an email address", name))).getFirst());
        };
    }

    private static Owner named(String rule, String name, Supplier<Owner> owner) {
        try {
            return owner.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("name", rule, name);
        }
    }
}
