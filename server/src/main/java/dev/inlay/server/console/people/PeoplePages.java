package dev.inlay.server.console.people;

import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.people.PersonExport;
import dev.inlay.db.people.Subject;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.console.Gate;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.newsletter.CampaignParser;
import dev.inlay.server.newsletter.Previews;
import io.helidon.http.Status;
import java.util.List;

/**
 * Where the operator looks for a shopper. What is typed comes by {@code POST} and is kept nowhere; the page it leads to
 * names the person by {@link PersonReferences}.
 */
public final class PeoplePages implements ConsolePart {
    private final IdentityStore identities;
    private final CatalogueStore catalogues;
    private final PersonalData personalData;
    private final PersonExport export;
    private final Previews previews;
    private final PersonReferences references;

    public PeoplePages(IdentityStore identities, CatalogueStore catalogues, PersonalData personalData,
            PersonExport export, Previews previews, PersonReferences references) {
        this.identities = identities;
        this.catalogues = catalogues;
        this.personalData = personalData;
        this.export = export;
        this.previews = previews;
        this.references = references;
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/people", call -> show(call, Status.OK_200, PersonSearch.empty()))
                .post("/people", this::find)
                .get("/people/tile", this::tile);
    }

    private void find(ConsoleCall call) {
        PersonSearch search = PersonSearch.of(FilledForm.sent(call.form(), PersonSearch.FIELDS));
        try {
            Owner owner = search.owner(personalData);
            switch (identities.resolve(call.website().id(), owner)) {
                case Identity.Known _ -> call.redirect(references.path(call, owner));
                case Identity.Unknown() -> show(call, Status.OK_200, withMails(call, search, owner));
            }
        } catch (InvalidParameterException e) {
            show(call, Status.BAD_REQUEST_400, search.with(e));
        }
    }

    private PersonSearch withMails(ConsoleCall call, PersonSearch search, Owner owner) {
        return export.find(call.website().id(), List.of(Subject.of(owner))).isEmpty() ? search.inVain()
                : search.mailed(references.path(call, owner));
    }

    private static void show(ConsoleCall call, Status status, PersonSearch search) {
        call.show(status, "people/people", "People", "People", search);
    }

    /** A product of this website as the usual template draws it. */
    private void tile(ConsoleCall call) throws Exception {
        Product product = call.query().first("product")
                .flatMap(number -> catalogues.findEver(call.website().id(), number))
                .orElseThrow(() -> HttpProblem.notFound("There is no such product."));
        call.png(previews.product(call.website(), CampaignParser.DEFAULT_TEMPLATE, product));
    }
}
