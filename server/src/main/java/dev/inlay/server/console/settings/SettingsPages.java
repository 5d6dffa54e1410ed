package dev.inlay.server.console.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.ApiKey;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.console.Gate;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.management.WebsiteJson;
import io.helidon.http.Status;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What holds for a website as a whole, and the keys to its API. */
public final class SettingsPages implements ConsolePart {
    private static final String SECTION = "Settings";
    private static final List<String> TEXTS = List.of("name", "url", "currency", "locale", "timeZone", "priceFormat",
            "retentionDays", "mailRetentionDays");
    private static final List<String> SWITCHES = List.of("requireCustomerIdSignature", "personalizeUnknownConsent");

    private final WebsiteStore websites;
    private final Installation installation;

    public SettingsPages(WebsiteStore websites, Installation installation) {
        this.websites = websites;
        this.installation = installation;
    }

    /** The page: the form, the keys, and facts of the installation. */
    public record View(FilledForm form, List<ApiKey> keys, Installation installation) {
        public String scope(ApiKey key) {
            return key.scope().name().toLowerCase(Locale.ROOT);
        }
    }

    /** A secret that is shown once. */
    public record Shown(String label, String value, String hint) { }

    @Override
    public void routing(Gate gate) {
        gate.get("/settings", call -> show(call, Status.OK_200, form(call.website())))
                .post("/settings", this::save)
                .post("/settings/keys", this::createKey)
                .get("/settings/keys/{keyId}/revoke", this::askToRevoke)
                .post("/settings/keys/{keyId}/revoke", this::revoke)
                .post("/settings/signature-key", this::showSignatureKey);
    }

    private void show(ConsoleCall call, Status status, FilledForm form) {
        call.show(status, "settings/settings", SECTION, SECTION,
                new View(form, websites.keys(call.website().id()), installation));
    }

    private void save(ConsoleCall call) {
        try {
            websites.update(call.website().id(), before -> WebsiteJson.changed(before, patch(call.form())));
            call.redirect("/settings?saved");
        } catch (InvalidParameterException e) {
            show(call, Status.BAD_REQUEST_400, sent(call.form()).with(e));
        }
    }

    private static FilledForm form(Website website) {
        ObjectNode json = WebsiteJson.write(website);
        Map<String, String> values = new HashMap<>();
        TEXTS.forEach(name -> values.put(name, json.path(name).asText("")));
        SWITCHES.forEach(name -> values.put(name, json.path(name).asText()));
        values.put("hosts", String.join("\n", website.hosts()));
        return FilledForm.of(values);
    }

    private static FilledForm sent(RawQuery form) {
        Map<String, String> values = new HashMap<>();
        TEXTS.forEach(name -> values.put(name, form.first(name).orElse("")));
        SWITCHES.forEach(name -> values.put(name, String.valueOf(form.first(name).isPresent())));
        values.put("hosts", form.first("hosts").orElse(""));
        return FilledForm.of(values);
    }

    private static ObjectNode patch(RawQuery form) {
        ObjectNode patch = Json.object();
        TEXTS.forEach(name -> patch.put(name, form.first(name).map(String::strip).filter(text -> !text.isEmpty())
                .orElse(null)));
        SWITCHES.forEach(name -> patch.put(name, form.first(name).isPresent()));
        ArrayNode hosts = patch.putArray("hosts");
        Arrays.stream(form.first("hosts").orElse("").split("[\\s,]+")).filter(host -> !host.isEmpty())
                .forEach(hosts::add);
        return patch;
    }

    private void createKey(ConsoleCall call) {
        String name = call.form().first("scope").orElse("");
        Scope scope = Arrays.stream(Scope.values()).filter(known -> known.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new InvalidParameterException("scope", "must be one of " + scopes(), name));
        ApiKey.Created created = websites.createKey(call.website().id(), scope);
        call.show("settings/secret", SECTION, "New key", new Shown("Secret key, scope " + name, created.key(),
                "Copy it now: it is stored as a hash and is not shown again."));
    }

    private static String scopes() {
        return Arrays.stream(Scope.values()).map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private void askToRevoke(ConsoleCall call) {
        call.show("settings/revoke-key", SECTION, "Revoke a key", key(call));
    }

    private void revoke(ConsoleCall call) {
        websites.deleteKey(call.website().id(), key(call).id());
        call.redirect("/settings?revoked");
    }

    private ApiKey key(ConsoleCall call) {
        return websites.keys(call.website().id()).stream().filter(key -> key.id().equals(call.path("keyId")))
                .findFirst().orElseThrow(() -> HttpProblem.notFound("There is no such key."));
    }

    private void showSignatureKey(ConsoleCall call) {
        String key = HexFormat.of().formatHex(websites.signatureKey(call.website()));
        call.show("settings/secret", SECTION, "Signature key", new Shown("Signature key", key,
                "The shop signs customer ids and addresses with it (HMAC-SHA-256). Keep it on the shop's server."));
    }
}
