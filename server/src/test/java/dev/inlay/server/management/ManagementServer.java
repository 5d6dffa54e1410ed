package dev.inlay.server.management;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.OpenApi;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Errors;
import dev.inlay.server.http.Json;
import dev.inlay.server.newsletter.CampaignParser;
import dev.inlay.server.snippet.MailServices;
import dev.inlay.server.snippet.SnippetMaker;
import dev.inlay.server.snippet.SnippetService;
import dev.inlay.templates.TemplateLibrary;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The management API on a real socket, over a real store. */
public final class ManagementServer implements AutoCloseable {
    public static final String INSTALLATION_KEY = "installation-key-of-at-least-32-characters";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public final Website shop;
    public final Website otherShop;
    public final String readKey;
    public final String ingestKey;
    public final String adminKey;
    private final Database database;
    private final WebsiteStore websites;
    private final CampaignStore campaigns;
    private final WebServer server;

    public ManagementServer(Path folder) {
        Secret secret = new Secret(new byte[32]);
        database = Database.open(DatabaseSettings.embedded(folder), secret);
        websites = new WebsiteStore(database, secret);
        campaigns = new CampaignStore(database);
        shop = websites.create(website("shop.example"));
        otherShop = websites.create(website("other.example"));
        readKey = websites.createKey(shop.id(), Scope.READ).key();
        ingestKey = websites.createKey(shop.id(), Scope.INGEST).key();
        adminKey = websites.createKey(shop.id(), Scope.ADMIN).key();
        server = start();
    }

    /** Sends {@code body} (JSON, or none) to a path below the shop's API, with {@code key}. */
    public HttpResponse<String> send(String method, String path, String key, String body) {
        return exchange(HttpRequest.newBuilder(uri("/api/websites/" + shop.uuid() + "/" + path))
                .header("Authorization", "Bearer " + key)
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build());
    }

    public HttpResponse<String> exchange(HttpRequest request) {
        try {
            return OpenApi.kept(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    public static JsonNode json(HttpResponse<String> response) {
        return Json.parseObject(response.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop();
        campaigns.close();
        websites.close();
        database.close();
    }

    private WebServer start() {
        Access access = new Access(websites, INSTALLATION_KEY);
        TemplateLibrary templates = TemplateLibrary.bundled();
        SnippetMaker snippets =
                new SnippetMaker(URI.create("https://tiles.example"), templates, MailServices.bundled());
        return WebServer.builder().port(0).host("localhost").routing(routing -> {
            Errors.register(routing);
            routing.register("/api/websites/{websiteUuid}",
                            new CampaignService(access, campaigns, new CampaignParser(templates)),
                            new SnippetService(access, campaigns, snippets));
        }).build().start();
    }

    private static Website website(String host) {
        return new Website(0, new UUID(0, 0), host, URI.create("https://" + host + "/"), Currency.getInstance("EUR"),
                Locale.ENGLISH, List.of(host), WebsiteSettings.DEFAULTS);
    }
}
