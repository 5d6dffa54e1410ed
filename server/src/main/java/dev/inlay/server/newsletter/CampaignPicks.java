package dev.inlay.server.newsletter;

import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.PastOffers;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.server.reasons.Scene;
import dev.inlay.server.reasons.Standing;
import dev.inlay.server.reasons.When;
import dev.inlay.server.recommendation.PickRules;
import dev.inlay.server.recommendation.PickingNumbers;
import dev.inlay.server.recommendation.Question;
import dev.inlay.server.recommendation.Recommendation;
import dev.inlay.server.recommendation.Recommender;
import dev.inlay.server.recommendation.history.KnownProduct;
import dev.inlay.server.recommendation.history.Shopper;
import dev.inlay.server.recommendation.index.SessionIndexes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What is picked for somebody now, in mails and elsewhere: reads, never writes. */
public final class CampaignPicks {
    /** Of the one who opted out nothing is ever stored. */
    private static final Identity.Known NOBODY =
            new Identity.Known(List.of(TrackingUserId.OPTED_OUT), Optional.empty(), Optional.empty());

    private final IdentityStore identities;
    private final ConsentStore consents;
    private final ActivityStore activities;
    private final CatalogueStore catalogues;
    private final SessionIndexes indexes;
    private final Recommender recommender;
    private final InstantSource time;

    CampaignPicks(IdentityStore identities, ConsentStore consents, ActivityStore activities,
            CatalogueStore catalogues, SessionIndexes indexes, Recommender recommender, InstantSource time) {
        this.identities = identities;
        this.consents = consents;
        this.activities = activities;
        this.catalogues = catalogues;
        this.indexes = indexes;
        this.recommender = recommender;
        this.time = time;
    }

    /** Who is meant, if their history may decide what they see; else nobody. Asks the same of whomever. */
    Identity identify(Website website, Named named) {
        Identity identity = identities.resolve(website.id(), named);
        return consents.allows(website, named, identity) ? identity : new Identity.Unknown();
    }

    /** Why {@link #identify} finds whom it finds. */
    Standing standing(Website website, Named named) {
        Identity identity = identities.resolve(website.id(), named);
        Optional<Consent.State> said = consents.now(website.id(), named, identity).map(Consent::state);
        if (named.equals(Named.NOBODY)) {
            return Standing.NAMELESS;
        } else if (said.filter(state -> state == Consent.State.DENIED).isPresent()) {
            return Standing.DENIED;
        } else if (identity instanceof Identity.Unknown) {
            return Standing.UNKNOWN;
        }
        boolean isAllowed = said.isPresent() || website.settings().personalizeUnknownConsent();
        return isAllowed ? Standing.KNOWN : Standing.NOT_ASKED;
    }

    /** What sentences about picks for {@code history} tell of {@code at} a time. */
    Scene scene(Website website, History history, Instant at) {
        Catalogue catalogue = catalogues.catalogue(website.id());
        return new Scene(catalogue, Shopper.of(history, catalogue), new When(at, website.settings().timeZone()));
    }

    /** Whether anything may be stored of what {@code named} does with a mail. */
    boolean mayBeFollowed(Website website, Named named) {
        return consents.allows(website, named, identities.resolve(website.id(), named));
    }

    /** What {@code identity} did; looked for even if it is nobody, since how long that takes must not tell who is. */
    public History history(int websiteId, Identity identity) {
        return activities.historyOf(websiteId, switch (identity) {
            case Identity.Known known -> known;
            case Identity.Unknown() -> NOBODY;
        });
    }

    /** Up to {@code count} products by {@code rules}, for somebody with {@code history}, at a time. */
    List<Pick> pick(Website website, PickRules rules, History history, Instant at, int count) {
        return pick(website, rules, history, at, count, 0, List.of(), List.of()).picks();
    }

    /** Up to {@code count} products beside {@code kept}, where {@code relatedTo} says what related ones relate to. */
    public List<Pick> pick(Website website, PickRules rules, History history, List<String> relatedTo, int count,
            List<Pick> kept) {
        Instant now = time.instant();
        return pick(website, rules, history, now, count, now.toEpochMilli(), kept, relatedTo).picks();
    }

    /**
     * Up to {@code count} products beside {@code kept} for a recipient in {@code arm}, drawn by {@code seed} where
     * chance decides.
     */
    Recommendation pick(Mailing mailing, Arm arm, History history, int count, long seed, List<Pick> kept) {
        PickRules rules = mailing.settings().rules();
        return pick(mailing.website(), arm == Arm.HOLD_OUT ? rules.ofBestsellers() : rules, history, time.instant(),
                count, seed, kept, List.of());
    }

    private Recommendation pick(Website website, PickRules rules, History history, Instant now, int count, long seed,
            List<Pick> kept, List<String> relatedTo) {
        Catalogue catalogue = catalogues.catalogue(website.id());
        return recommender.pick(new Question(rules, history, catalogue, indexes.index(website.id()), now, count, seed,
                kept, relatedTo, offers(website, rules, history, catalogue),
                PickingNumbers.parameters(website.settings().picking())));
    }

    /** Read only where the rules ask for it, of the products that the history is about. */
    private PastOffers offers(Website website, PickRules rules, History history, Catalogue catalogue) {
        List<KnownProduct> known = rules.asksForPastOffers() ? Shopper.of(history, catalogue).known() : List.of();
        return known.isEmpty() ? PastOffers.NONE : catalogues.pastOffers(website.id(),
                known.stream().map(KnownProduct::product).toList(),
                Collections.min(known.stream().map(KnownProduct::last).toList()));
    }
}
