package dev.inlay.server.newsletter;

import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Members;
import dev.inlay.server.newsletter.Explanation.Slot;
import dev.inlay.server.recommendation.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds out why somebody sees what in a campaign's mails, for the API and the console alike. Never locks. */
public final class Explanations {
    private final Mailings mailings;
    private final PersonParser persons;
    private final Letters letters;
    private final Personalization personalization;
    private final HoldOut holdOut;
    private final CampaignPicks picks;
    private final CatalogueStore catalogues;

    Explanations(Mailings mailings, PersonParser persons, Letters letters, Personalization personalization,
            HoldOut holdOut, CampaignPicks picks, CatalogueStore catalogues) {
        this.mailings = mailings;
        this.persons = persons;
        this.letters = letters;
        this.personalization = personalization;
        this.holdOut = holdOut;
        this.picks = picks;
        this.catalogues = catalogues;
    }

    /**
     * For the one whom {@code body} names by {@code token} or one of the members of contract 5.9, in its {@code send};
     * 400 else.
     */
    public Explanation ofNamed(Website website, Campaign campaign, Members body) {
        Person person = body.text("token").map(token -> persons.holder(mailings.of(website, campaign), token))
                .orElseGet(() -> persons.parse(website, body));
        return of(website, campaign, person, body.id("send"));
    }

    /** For the one whom {@code owner} belongs to, in a send without name. */
    public Explanation ofOwner(Website website, Campaign campaign, Owner owner) {
        return of(website, campaign, persons.of(website, owner), Optional.empty());
    }

    /** For mails that name nobody, since their merge tag was left as it is. */
    public Explanation ofNobody(Website website, Campaign campaign, Optional<String> send) {
        return of(website, campaign,
                new Person(Optional.of(new Recipient.Anonymous()), new Identity.Unknown()), send);
    }

    private Explanation of(Website website, Campaign campaign, Person person, Optional<String> send) {
        Mailing mailing = mailings.of(website, campaign);
        Optional<Letter> letter = person.recipient()
                .map(recipient -> letters.named(mailing, recipient, send.filter(text -> !text.isBlank())));
        int count = campaign.slots();
        History history = picks.history(website.id(), person.identity());
        Optional<Assignment> lock = letter.flatMap(personalization::find).filter(Assignment::current);
        Arm arm = lock.map(Assignment::arm).or(() -> letter.map(mail -> holdOut.arm(mail, person.identity())))
                .orElse(Arm.NONE);
        Recommendation now = picks.pick(mailing, arm, history, count, letter.map(Letter::seed).orElse(0L), List.of());
        int locked = lock.map(known -> known.slots().size()).orElse(0);
        Assignment shown = locked == 0
                ? Assignment.proposed(new ArrayList<Pick>(now.picks()), mailing.template().version(), arm)
                : personalization.openedWithoutLock(letter.orElseThrow(), count);
        return new Explanation(person.identity(), history, catalogues.catalogue(website.id()),
                slots(shown, count, locked), shown.templateVersion(), arm == Arm.HOLD_OUT, now.dropped());
    }

    private static List<Slot> slots(Assignment shown, int count, int locked) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(slot -> new Slot(slot, shown.pick(slot), slot <= locked)).toList();
    }
}
