package dev.inlay.server.tracking;

import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Members;
import dev.inlay.server.newsletter.ClickReports;
import java.util.List;
import java.util.Optional;

/**
 * Stores what a tracking call tells. Each method checks the whole call first, returns once everything would survive
 * {@code kill -9}, and tells which members it ignored.
 *
 * <p>{@code location}, {@code referrer} and the cart's {@code url} are checked and not stored.
 */
final class Collector {
    private final ActivityStore activities;
    private final IdentityStore identities;
    private final PersonalData personalData;
    private final ProductReferences products;
    private final Claims claims;
    private final ClickReports clicks;

    Collector(ActivityStore activities, IdentityStore identities, PersonalData personalData, Claims claims,
            ClickReports clicks) {
        this.activities = activities;
        this.identities = identities;
        this.personalData = personalData;
        this.products = new ProductReferences(personalData);
        this.claims = claims;
        this.clicks = clicks;
    }

    List<String> pageview(TrackingCall call) {
        call.members().text("location");
        call.members().text("referrer");
        ProductReference product = products.one(call.members());
        activities.recordView(call.website().id(), call.caller().owner(), product);
        return List.of();
    }

    List<String> cart(TrackingCall call) {
        call.members().number("total");
        call.members().text("url");
        List<ProductReference> cart = products.list(call.members())
                .orElseThrow(() -> call.members().missing("productNumbers or urls"));
        Claims.Checked who = claims.ofActivity(call, false);
        activities.recordCart(call.website().id(), call.caller().owner(), cart, who.association());
        return call.caller() instanceof Caller.Account(CustomerId customer) ? addressed(call, customer, who)
                : who.ignored();
    }

    List<String> conversion(TrackingCall call) {
        Members members = call.members();
        Conversion conversion = new Conversion(orderNumber(members), members.number("total"), products.lines(members));
        Claims.Checked who = claims.ofActivity(call, true);
        activities.recordConversion(call.website().id(), call.caller().owner(), conversion, who.association());
        return who.ignored();
    }

    List<String> customerId(TrackingCall call) {
        Association association = claims.ofCustomer(call);
        if (!(call.caller() instanceof Caller.Browser(TrackingUserId trackingUser))) {
            throw call.members().missing("trackingUserId");
        }
        identities.associate(call.website().id(), trackingUser, association);
        return List.of();
    }

    /** Also for a customer named by a back end: its most recent tracking user then has the address. */
    List<String> email(TrackingCall call) {
        identities.associate(call.website().id(), trackingUser(call), claims.ofEmail(call));
        return List.of();
    }

    /**
     * A click in a mail brought the shopper here: counts as having been seen and, if the page was told whose mail it
     * was, as that one's, unless the browser is somebody's already.
     */
    List<String> click(TrackingCall call) {
        String source = call.members().text("source").orElseThrow(() -> call.members().missing("source"));
        Optional<String> recipient = call.members().text("recipient").filter(token -> !token.isBlank());
        if (clicks.read(call.website().id(), source).isEmpty()) {
            throw call.members().wrong("source", "must be a tracking code that has not expired", source);
        }
        activities.recordView(call.website().id(), call.caller().owner(), ProductReference.NONE);
        return recipient.isEmpty() || isRecipient(call, recipient.get()) ? List.of() : List.of("recipient");
    }

    /** Whether the browser counts as the recipient that {@code token} names. */
    private boolean isRecipient(TrackingCall call, String token) {
        return call.caller() instanceof Caller.Browser(TrackingUserId browser)
                && clicks.recipient(call.website(), token, browser)
                        .filter(named -> identities.reidentify(call.website().id(), browser, named)).isPresent();
    }

    /** Gives the address of a customer's cart to its most recent tracking user; without any it is ignored. */
    private List<String> addressed(TrackingCall call, CustomerId customer, Claims.Checked who) {
        if (who.association().isEmpty()) {
            return who.ignored();
        }
        Optional<TrackingUserId> latest = latest(call.website().id(), customer);
        latest.ifPresent(known -> identities.associate(call.website().id(), known, who.association()));
        return latest.isPresent() ? who.ignored() : List.of("email");
    }

    private TrackingUserId trackingUser(TrackingCall call) {
        return switch (call.caller()) {
            case Caller.Browser(TrackingUserId trackingUser) -> trackingUser;
            case Caller.Account(CustomerId customer) -> mostRecent(call.website().id(), customer);
            case Caller.OptedOut() -> throw new IllegalStateException("an opted-out caller is not associated");
        };
    }

    private TrackingUserId mostRecent(int websiteId, CustomerId customer) {
        return latest(websiteId, customer).orElseThrow(() ->
                new InvalidParameterException("customerId", "must have a tracking user", customer));
    }

    private Optional<TrackingUserId> latest(int websiteId, CustomerId customer) {
        return switch (identities.resolveCustomer(websiteId, List.of(customer))) {
            case Identity.Known known -> known.trackingUsers().stream().findFirst();
            case Identity.Unknown() -> Optional.empty();
        };
    }

    private String orderNumber(Members members) {
        String orderNumber = members.shortId("orderNumber").orElseThrow(() -> members.missing("orderNumber"));
        if (orderNumber.isBlank()) {
            throw members.wrong("orderNumber", "must not be blank", orderNumber);
        }
        return personalData.storable(orderNumber);
    }
}
