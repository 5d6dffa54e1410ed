package dev.inlay.server.newsletter;

import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Members;
import dev.inlay.server.newsletter.Explanation.Left;
import dev.inlay.server.newsletter.SlotReasons.Lock;
import dev.inlay.server.reasons.DropReasons;
import dev.inlay.server.reasons.IdentityReason;
import dev.inlay.server.reasons.Scene;
import dev.inlay.server.reasons.Standing;
import dev.inlay.server.recommendation.Recommendation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out why somebody sees what in a campaign's mails, for the API and the console alike. Never locks. */
public final class Explanations {
    private final Mailings mailings;
    private final PersonParser persons;
    private final Letters letters;
    private final Personalization personalization;
    private final HoldOut holdOut;
    private final CampaignPicks picks;
    private final InstantSource time;

    Explanations(Mailings mailings, PersonParser persons, Letters letters, Personalization personalization,
            HoldOut holdOut, CampaignPicks picks, InstantSource time) {
        this.mailings = mailings;
        this.persons = persons;
        this.letters = letters;
        this.personalization = personalization;
        this.holdOut = holdOut;
        this.picks = picks;
        this.time = time;
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
        return of(website, campaign, Person.NAMELESS, send);
    }

    private Explanation of(Website website, Campaign campaign, Person person, Optional<String> send) {
        Mailing mailing = mailings.of(website, campaign);
        Optional<Letter> letter = person.recipient()
                .map(recipient -> letters.named(mailing, recipient, send.filter(text -> !text.isBlank())));
        History history = picks.history(website.id(), person.identity());
        Scene scene = picks.scene(website, history, time.instant());
        Optional<Assignment> found = letter.flatMap(personalization::find).filter(Assignment::current);
        Arm arm = found.map(Assignment::arm).or(() -> letter.map(mail -> holdOut.arm(mail, person.identity())))
                .orElse(Arm.NONE);
        Recommendation now = picks.pick(mailing, arm, history, campaign.slots(),
                letter.map(Letter::seed).orElse(0L), List.of());
        Optional<Lock> lock = found.flatMap(known -> lock(letter.orElseThrow(), known, history));
        Assignment shown = lock.isPresent()
                ? personalization.openedWithoutLock(letter.orElseThrow(), campaign.slots())
                : Assignment.proposed(new ArrayList<Pick>(now.picks()), mailing.template().version(), arm);
        return new Explanation(person.identity(), standing(website, person, arm), scene,
                new SlotReasons(scene, now.picks(), lock).of(shown, campaign.slots()), shown.templateVersion(),
                arm == Arm.HOLD_OUT, left(scene, now));
    }

    private String standing(Website website, Person person, Arm arm) {
        return IdentityReason.of(person.identity(),
                arm == Arm.HOLD_OUT ? Standing.HELD_OUT : picks.standing(website, person.named()));
    }

    private Optional<Lock> lock(Letter letter, Assignment lock, History history) {
        Mailing mailing = letter.mailing();
        return personalization.lockedAt(letter).map(at -> new Lock(lock.slots().size(), at,
                picks.scene(mailing.website(), history.until(at), time.instant()),
                mailing.settings().whenGoneHome()));
    }

    private static List<Left> left(Scene scene, Recommendation now) {
        DropReasons reasons = new DropReasons(scene, now.picks().stream().map(Pick::productNumber).toList());
        return now.dropped().stream().map(one -> new Left(one.productNumber(), one.rule(),
                reasons.of(one.productNumber(), one.rule(), one.detail()))).toList();
    }
}
