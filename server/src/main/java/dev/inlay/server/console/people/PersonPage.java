package dev.inlay.server.console.people;

import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Position;
import dev.inlay.db.activity.TimelineEntry;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.server.consent.Consents;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.newsletter.Explanations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All about one person: who that is, what they did, and what they would see. Looking locks and counts nothing. */
public final class PersonPage implements ConsolePart {
    private static final int TRACKING_USERS = 20;
    private static final int STEPS = 20;
    private static final int TIMELINE = 30;
    private static final int CAMPAIGNS = 12;

    private final IdentityStore identities;
    private final ActivityStore activities;
    private final CatalogueStore catalogues;
    private final CampaignStore campaigns;
    private final Explanations explanations;
    private final Consents consents;
    private final PersonReferences references;
    private final EntryRows rows;

    public PersonPage(IdentityStore identities, ActivityStore activities, CatalogueStore catalogues,
            CampaignStore campaigns, Explanations explanations, Consents consents,
            PersonReferences references) {
        this.identities = identities;
        this.activities = activities;
        this.catalogues = catalogues;
        this.campaigns = campaigns;
        this.explanations = explanations;
        this.consents = consents;
        this.references = references;
        this.rows = new EntryRows(catalogues, references);
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/people/{person}", this::show)
                .post("/people/{person}/consent", this::takeConsent);
    }

    private void show(ConsoleCall call) {
        Owner owner = owner(call);
        switch (identities.resolve(call.website().id(), owner)) {
            case Identity.Known known -> call.show("people/person", "People", PersonName.title(owner),
                    view(call, owner, known));
            case Identity.Unknown() -> throw HttpProblem.notFound("Nothing is known of this person any more.");
        }
    }

    private void takeConsent(ConsoleCall call) {
        Owner owner = owner(call);
        String answer = call.form().first("consent").orElse("");
        Consent.State state = Arrays.stream(Consent.State.values()).filter(known -> known.name().equals(answer))
                .findFirst().orElseThrow(() ->
                        new InvalidParameterException("consent", "must be GRANTED or DENIED", answer));
        consents.take(call.website(), Named.of(owner), state, Consent.Source.CONSOLE, "", Optional.empty());
        call.redirect(references.path(call, owner));
    }

    private Owner owner(ConsoleCall call) {
        return references.read(call, call.path("person")).orElseThrow(() ->
                HttpProblem.notFound("This link is of another session. Please look for the person again."));
    }

    private PersonView view(ConsoleCall call, Owner owner, Identity.Known known) {
        int websiteId = call.website().id();
        Optional<Position> before = PersonView.position(call.query());
        List<TimelineEntry> timeline =
                activities.timeline(websiteId, known, before.orElse(Position.NEWEST), TIMELINE + 1);
        Optional<Position> older = timeline.size() <= TIMELINE ? Optional.empty()
                : Optional.of(timeline.get(TIMELINE - 1).position());
        IdentityPath identity = identityPath(call, owner, known);
        List<Campaign> all = campaigns.list(websiteId).reversed();
        return new PersonView(PersonName.title(owner), references.path(call, owner), identity,
                identity.customer().map(customer -> references.path(call, customer)), consent(call, owner),
                cart(call, known),
                all.stream().limit(CAMPAIGNS).map(campaign -> mail(call, campaign, owner)).toList(),
                Math.max(0, all.size() - CAMPAIGNS), rows.of(call, timeline.stream().limit(TIMELINE).toList()),
                before, older, ShopTime.of(call.website()));
    }

    private IdentityPath identityPath(ConsoleCall call, Owner owner, Identity.Known known) {
        List<EmailKey> emails = new ArrayList<>();
        ShopTime clock = ShopTime.of(call.website());
        List<IdentityPath.TrackingUser> shown = known.trackingUsers().stream().limit(TRACKING_USERS)
                .map(id -> new IdentityPath.TrackingUser(id, references.path(call, Owner.of(id)),
                        IdentityPath.steps(identities.path(call.website().id(), id, STEPS), owner, emails, clock)))
                .toList();
        return new IdentityPath(owner, known, shown, known.trackingUsers().size() - shown.size());
    }

    private ConsentView consent(ConsoleCall call, Owner owner) {
        return ConsentView.of(call.website(), references.path(call, owner) + "/consent",
                consents.now(call.website(), Named.of(owner)));
    }

    private Optional<PersonView.CartView> cart(ConsoleCall call, Identity.Known known) {
        Catalogue catalogue = catalogues.catalogue(call.website().id());
        return activities.historyOf(call.website().id(), known).cart().map(cart -> new PersonView.CartView(
                cart.products().stream().map(product -> ShownProduct.of(catalogue, product)).toList(),
                ShopTime.of(call.website()).text(cart.time())));
    }

    private SeenMail mail(ConsoleCall call, Campaign campaign, Owner owner) {
        return SeenMail.of(campaign, explanations.ofOwner(call.website(), campaign, owner));
    }
}
