package dev.inlay.server.console.people;

import dev.inlay.db.activity.TimelineEntry;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.server.console.ConsoleCall;
import java.util.List;

/** Makes lines of what happened: with titles of products and links to people. */
public final class EntryRows {
    private final CatalogueStore catalogues;
    private final PersonReferences references;

    public EntryRows(CatalogueStore catalogues, PersonReferences references) {
        this.catalogues = catalogues;
        this.references = references;
    }

    public List<EntryRow> of(ConsoleCall call, List<TimelineEntry> entries) {
        Catalogue catalogue = catalogues.catalogue(call.website().id());
        ShopTime clock = ShopTime.of(call.website());
        return entries.stream().map(entry -> new EntryRow(entry, ShownProduct.of(catalogue, entry.event().product()),
                references.path(call, entry.event().owner()), clock)).toList();
    }
}
