package dev.inlay.server.people;

import dev.inlay.db.people.Erased;
import dev.inlay.db.people.ErasureStore;
import dev.inlay.db.people.PersonData;
import dev.inlay.db.people.PersonExport;
import dev.inlay.db.people.Subject;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.Routes;
import dev.inlay.server.newsletter.SubjectParser;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.List;

/** Export and erasure of people (contract 5.6), below {@code /api/websites/{websiteUuid}}. Bodies name them. */
public final class PeopleService implements HttpService {
    private final Access access;
    private final SubjectParser subjects;
    private final PersonExport export;
    private final ErasureStore erasures;

    public PeopleService(Access access, SubjectParser subjects, PersonExport export, ErasureStore erasures) {
        this.access = access;
        this.subjects = subjects;
        this.export = export;
        this.erasures = erasures;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/people/export", this::export)
                .any("/people/export", Routes.methodNotAllowed("POST"))
                .post("/people/erase", this::erase)
                .any("/people/erase", Routes.methodNotAllowed("POST"));
    }

    private void export(ServerRequest request, ServerResponse response) throws IOException {
        Website website = access.website(request, Scope.READ);
        PersonData person = export.find(website.id(), subjects(request)).orElseThrow(PeopleService::nobody);
        response.header(HeaderNames.CONTENT_TYPE, "application/json").header(HeaderNames.CACHE_CONTROL, "no-store");
        PersonJson.write(person, response.outputStream());
    }

    private void erase(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.ADMIN);
        Erased erased = erasures.erase(website.id(), subjects(request)).orElseThrow(PeopleService::nobody);
        Answer.json(response, Status.OK_200, Json.object().put("success", true).set("erased", Json.object()
                .put("trackingUsers", erased.trackingUsers()).put("events", erased.events())
                .put("orders", erased.orders()).put("assignments", erased.assignments())));
    }

    private List<Subject> subjects(ServerRequest request) {
        return subjects.parse(new Members(Body.object(request)));
    }

    private static HttpProblem nobody() {
        return HttpProblem.notFound("nothing is stored of this person");
    }
}
