package dev.inlay.server.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which key opens which path. */
class AccessTest extends ManagementTest {
    private static final String NO_KEY = problem("a key is needed: Authorization: Bearer <key>, or ?apiKey=");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | ''             | read
            PATCH  | ''             | admin
            GET    | /keys          | read
            POST   | /keys          | admin
            DELETE | /keys/x        | admin
            POST   | /signatureKey  | admin
            GET    | /products      | read
            POST   | /products      | ingest
            GET    | /products/x    | read
            PATCH  | /products/x    | ingest
            DELETE | /products/x    | ingest
            """)
    void onlyTheScopeOfThePathAndAdminOpenIt(String method, String path, String scope) {
        assertEquals(NO_KEY, call(method, path, "", "{}").body());
        assertEquals(401, call(method, path, "", "{}").statusCode());
        assertEquals(401, call(method, path, "x", "{}").statusCode());
        assertThat(call(method, path, admin, "{}").statusCode()).isIn(200, 204, 400, 404);
        assertThat(call(method, path, TestServer.INSTALLATION_KEY, "{}").statusCode()).isIn(200, 204, 400, 404);
        for (String held : new String[] {"read", "ingest"}) {
            var answer = call(method, path, held.equals("read") ? read : ingest, "{}");
            if (held.equals(scope)) {
                assertThat(answer.statusCode()).isIn(200, 204, 400, 404);
            } else {
                assertEquals(problem("the key must have scope " + scope), answer.body());
                assertEquals(403, answer.statusCode());
            }
        }
    }

    @Test
    void unknownKeyIsToldHowToGiveOne() {
        var answer = call("GET", "", "x", "");

        assertEquals(Optional.of("Bearer"), answer.headers().firstValue("WWW-Authenticate"));
        assertEquals(Optional.of("no-store"), answer.headers().firstValue("Cache-Control"));
    }

    @Test
    void keyMayComeAsParameter() {
        assertEquals(200, call("GET", "/products?apiKey=" + read, "", "").statusCode());
    }

    @Test
    void keyOpensItsOwnWebsiteOnly() {
        var other = server.website(WebsiteSettings.DEFAULTS);

        var answer = server.manage("GET", "/api/websites/" + other.uuid(), admin, "");
        var nowhere = server.manage("GET", "/api/websites/7c0d5f0e-3a56-4a0e-9f0b-1c2d3e4f5a6b", admin, "");

        assertEquals(problem("the key belongs to another website"), answer.body());
        assertEquals(403, answer.statusCode());
        assertEquals(403, nowhere.statusCode());
    }

    @Test
    void unknownWebsiteIsNotFound() {
        for (String uuid : new String[] {"7c0d5f0e-3a56-4a0e-9f0b-1c2d3e4f5a6b", "x"}) {
            var answer = server.manage("GET", "/api/websites/" + uuid, TestServer.INSTALLATION_KEY, "");
            assertEquals(problem("no such website"), answer.body());
            assertEquals(404, answer.statusCode());
        }
    }

    @Test
    void websitesAreMadeAndListedWithTheInstallationKeyOnly() {
        for (String method : new String[] {"GET", "POST"}) {
            assertEquals(401, server.manage(method, "/api/websites", "", "").statusCode());
            assertEquals(401, server.manage(method, "/api/websites", "x", "").statusCode());
            assertEquals(problem("the installation key is needed"),
                    server.manage(method, "/api/websites", admin, "").body());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT    | ''            | GET, PATCH
            DELETE | ''            | GET, PATCH
            PUT    | /keys         | GET, POST
            GET    | /keys/x       | DELETE
            GET    | /signatureKey | POST
            DELETE | /products     | GET, POST
            PUT    | /products/x   | GET, PATCH, DELETE
            POST   | /products/x   | GET, PATCH, DELETE
            """)
    void otherMethodIsRefused(String method, String path, String allowed) {
        var answer = call(method, path, admin, "");

        assertEquals(405, answer.statusCode());
        assertEquals(problem("method must be " + allowed), answer.body());
        assertEquals(Optional.of(allowed), answer.headers().firstValue("Allow"));
    }
}
