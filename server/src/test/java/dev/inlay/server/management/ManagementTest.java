package dev.inlay.server.management;

import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One server for all tests of a class, a new website with a key of each scope for each test. */
abstract class ManagementTest {
    @TempDir
    static Path folder;

    static TestServer server;

    Website website;
    String read;
    String ingest;
    String admin;

    @BeforeAll
    static void start() {
        server = TestServer.on(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void newWebsite() {
        website = server.website(WebsiteSettings.DEFAULTS);
        read = server.key(website, Scope.READ);
        ingest = server.key(website, Scope.INGEST);
        admin = server.key(website, Scope.ADMIN);
    }

    /** A call below the website; quotes in {@code body} are single. */
    HttpResponse<String> call(String method, String path, String key, String body) {
        return server.manage(method, "/api/websites/" + website.uuid() + path, key, body.replace('\'', '"'));
    }

    static String problem(String message) {
        return "{\"success\":false,\"message\":\"" + message + "\"}";
    }
}
