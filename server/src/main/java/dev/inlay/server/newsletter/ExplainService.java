package dev.inlay.server.newsletter;

import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.Routes;
import dev.inlay.server.recommendation.Recommendation;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the operator why somebody sees what, below {@code /api/websites/{websiteUuid}}. Never locks. */
public final class ExplainService implements HttpService {
    private final CampaignAccess access;
    private final Mailings mailings;
    private final PersonParser persons;
    private final Letters letters;
    private final Personalization personalization;
    private final CampaignPicks picks;
    private final CatalogueStore catalogues;

    ExplainService(CampaignAccess access, Mailings mailings, PersonParser persons, Letters letters,
            Personalization personalization, CampaignPicks picks, CatalogueStore catalogues) {
        this.access = access;
        this.mailings = mailings;
        this.persons = persons;
        this.letters = letters;
        this.personalization = personalization;
        this.picks = picks;
        this.catalogues = catalogues;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/campaigns/{campaignId}/explain", this::explain)
                .any("/campaigns/{campaignId}/explain", Routes.methodNotAllowed("POST"));
    }

    private void explain(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        Mailing mailing = mailings.of(website, access.campaign(request, website));
        Members body = new Members(Body.object(request));
        Person person = persons.parse(website, body);
        Optional<Letter> letter = person.recipient()
                .map(recipient -> letters.named(mailing, recipient, body.id("send").filter(send -> !send.isBlank())));
        Answer.json(response, Status.OK_200, explain(mailing, person, letter).json());
    }

    private Explanation explain(Mailing mailing, Person person, Optional<Letter> letter) {
        int websiteId = mailing.website().id();
        int count = mailing.campaign().slots();
        History history = picks.history(websiteId, person.identity());
        Recommendation now = picks.pick(mailing, history, count, letter.map(Letter::seed).orElse(0L), List.of());
        int locked = letter.flatMap(personalization::find).filter(Assignment::current)
                .map(lock -> lock.slots().size()).orElse(0);
        List<Pick> slots = new ArrayList<>(locked == 0 ? now.picks()
                : personalization.openedWithoutLock(letter.orElseThrow(), count).slots());
        while (slots.size() < count) {
            slots.add(null);
        }
        return new Explanation(person.identity(), history, catalogues.catalogue(websiteId),
                slots.subList(0, count), locked, now.dropped());
    }
}
