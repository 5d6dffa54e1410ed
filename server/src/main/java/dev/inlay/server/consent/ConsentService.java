package dev.inlay.server.consent;

import dev.inlay.db.consent.Consent;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.Routes;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.Locale;

/** Lets the shop say what its people agreed to (contract 5.6), below {@code /api/websites/{websiteUuid}}. */
public final class ConsentService implements HttpService {
    private final Access access;
    private final Consents consents;
    private final ConsentParser parser;

    public ConsentService(Access access, Consents consents, PersonalData personalData, InstantSource time) {
        this.access = access;
        this.consents = consents;
        this.parser = new ConsentParser(personalData, time);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/people/consent", this::take)
                .any("/people/consent", Routes.methodNotAllowed("POST"));
    }

    private void take(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.ADMIN);
        Members body = new Members(Body.object(request));
        Consent now = consents.take(website, parser.named(body), parser.state(body), Consent.Source.API,
                parser.note(body), parser.at(body));
        Answer.json(response, Status.OK_200, Json.object().put("success", true)
                .put("consent", now.state().name().toLowerCase(Locale.ROOT))
                .put("time", now.at().toString()));
    }
}
