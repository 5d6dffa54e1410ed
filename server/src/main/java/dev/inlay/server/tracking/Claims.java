package dev.inlay.server.tracking;

import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.Source;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who a call says its shopper is: read, checked, and turned into what may be stored. */
final class Claims {
    /**
     * What is left of the claims of an activity.
     *
     * @param ignored the members that cost only themselves
     */
    record Checked(Association association, List<String> ignored) { }

    private record Claim<T>(T value, Source source) { }

    private final PersonalData personalData;
    private final Signatures signatures;

    Claims(PersonalData personalData, Signatures signatures) {
        this.personalData = personalData;
        this.signatures = signatures;
    }

    /** The email, and for a browser's order also the customer, of an activity; what is not good is ignored. */
    Checked ofActivity(TrackingCall call, boolean withCustomer) {
        signatures.checkTypes(call);
        List<String> ignored = new ArrayList<>();
        Optional<Claim<List<EmailKey>>> email = call.members().text("email")
                .flatMap(raw -> attempt("email", ignored, () -> email(call, raw)));
        Optional<Claim<CustomerId>> customer = withCustomer && call.caller() instanceof Caller.Browser
                ? call.members().id("customerId")
                        .flatMap(raw -> attempt("customerId", ignored, () -> customer(call, "customerId", raw)))
                : Optional.empty();
        return new Checked(association(customer, email), ignored);
    }

    /** The customer that {@code /serve/collect/customerId} sets; 400 else. */
    Association ofCustomer(TrackingCall call) {
        String raw = call.members().id("id").orElseThrow(() -> call.members().missing("id"));
        return association(Optional.of(customer(call, "id", raw)), Optional.empty());
    }

    /** The email that {@code /serve/collect/email} sets; 400 else. */
    Association ofEmail(TrackingCall call) {
        String raw = call.members().text("email").orElseThrow(() -> call.members().missing("email"));
        return association(Optional.empty(), Optional.of(email(call, raw)));
    }

    /** {@code raw} as a customer id; 400 names {@code member}. */
    CustomerId customer(Members members, String member, String raw) {
        if (!Placeholder.isPlaceholder(raw)) {
            try {
                return personalData.customerId(raw);
            } catch (IllegalArgumentException e) {
                // said below
            }
        }
        throw members.wrong(member, "must be a customer id of 1 to " + CustomerId.MAX_LENGTH + " characters", raw);
    }

    private Claim<CustomerId> customer(TrackingCall call, String member, String raw) {
        CustomerId customer = customer(call.members(), member, raw);
        return new Claim<>(customer, signatures.source(call, Signatures.CUSTOMER, raw));
    }

    private Claim<List<EmailKey>> email(TrackingCall call, String raw) {
        EmailAddress address = Optional.of(raw).filter(value -> !Placeholder.isPlaceholder(value))
                .flatMap(EmailAddress::parse)
                .orElseThrow(() -> call.members().wrong("email", "must be an email address", raw));
        return new Claim<>(personalData.emailKeys(address), signatures.source(call, Signatures.EMAIL, raw));
    }

    /** Both claims under one source: the one that is trusted less. */
    private static Association association(Optional<Claim<CustomerId>> customer,
            Optional<Claim<List<EmailKey>>> email) {
        Source source = customer.map(Claim::source).or(() -> email.map(Claim::source)).orElse(Source.BROWSER);
        boolean trusted = source.isTrusted() && email.map(Claim::source).orElse(source).isTrusted();
        return new Association(customer.map(Claim::value), email.map(Claim::value).orElse(List.of()),
                trusted ? source : Source.BROWSER);
    }

    private static <T> Optional<T> attempt(String member, List<String> ignored, Supplier<T> claim) {
        try {
            return Optional.of(claim.get());
        } catch (InvalidParameterException e) {
            ignored.add(member);
            return Optional.empty();
        }
    }
}
