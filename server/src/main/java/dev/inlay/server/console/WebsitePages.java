package dev.inlay.server.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.management.WebsiteJson;
import io.helidon.http.Status;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The shops of the installation: where the console begins, and a new one is made. */
final class WebsitePages {
    private static final List<String> FIELDS = List.of("name", "url", "currency", "locale");
    private static final FilledForm EMPTY =
            FilledForm.of(Map.of("url", "https://", "currency", "EUR", "locale", "en"));

    private final WebsiteStore websites;

    WebsitePages(WebsiteStore websites) {
        this.websites = websites;
    }

    void routing(Gate gate) {
        gate.getOutside("/", this::begin)
                .getOutside("/websites/new", call -> form(call, Status.OK_200, EMPTY))
                .postOutside("/websites", this::create);
    }

    private void begin(ConsoleCall call) {
        List<Website> all = websites.list();
        if (all.isEmpty()) {
            form(call, Status.OK_200, EMPTY);
        } else {
            call.redirectTo("/console/websites/" + all.getFirst().uuid());
        }
    }

    private void create(ConsoleCall call) {
        FilledForm form = FilledForm.sent(call.form(), FIELDS);
        ObjectNode json = Json.object();
        form.values().forEach((name, value) -> json.put(name, value.strip()));
        try {
            Website created = websites.create(WebsiteJson.parse(0, new UUID(0, 0), new Members(json)));
            call.redirectTo("/console/websites/" + created.uuid());
        } catch (InvalidParameterException e) {
            form(call, Status.BAD_REQUEST_400, form.with(e));
        }
    }

    private static void form(ConsoleCall call, Status status, FilledForm form) {
        call.show(status, "new-website", "", "Add a website", form);
    }
}
