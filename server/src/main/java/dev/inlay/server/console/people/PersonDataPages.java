package dev.inlay.server.console.people;

import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.people.ErasureStore;
import dev.inlay.db.people.PersonData;
import dev.inlay.db.people.PersonExport;
import dev.inlay.db.people.Subject;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.people.PersonJson;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What a person may ask for: a copy of their data, and that it be erased, after a page that says what goes. */
public final class PersonDataPages implements ConsolePart {
    private final IdentityStore identities;
    private final PersonExport export;
    private final ErasureStore erasures;
    private final PersonReferences references;
    private final InstantSource time;

    public PersonDataPages(IdentityStore identities, PersonExport export, ErasureStore erasures,
            PersonReferences references, InstantSource time) {
        this.identities = identities;
        this.export = export;
        this.erasures = erasures;
        this.references = references;
        this.time = time;
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/people/erased", call -> call.show("people/erased", "People", "Erased", ""))
                .get("/people/{person}/export", this::export)
                .get("/people/{person}/erase", this::ask)
                .post("/people/{person}/erase", this::erase);
    }

    private void export(ConsoleCall call) throws IOException {
        PersonData person = find(call, owner(call));
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        PersonJson.write(person, call.json("person-" + today + ".json"));
    }

    private void ask(ConsoleCall call) {
        Owner owner = owner(call);
        find(call, owner);
        call.show("people/erase", "People", "Erase a person", new ErasureQuestion(owner,
                identities.resolve(call.website().id(), owner), references.path(call, owner)));
    }

    private void erase(ConsoleCall call) {
        erasures.erase(call.website().id(), List.of(Subject.of(owner(call)))).orElseThrow(PersonDataPages::nobody);
        call.redirect("/people/erased");
    }

    private PersonData find(ConsoleCall call, Owner owner) {
        return export.find(call.website().id(), List.of(Subject.of(owner))).orElseThrow(PersonDataPages::nobody);
    }

    private Owner owner(ConsoleCall call) {
        return references.read(call, call.path("person")).orElseThrow(() ->
                HttpProblem.notFound("This link is of another session. Please look for the person again."));
    }

    private static HttpProblem nobody() {
        return HttpProblem.notFound("Nothing is known of this person any more.");
    }
}
