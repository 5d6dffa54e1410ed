package dev.inlay.server.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.website.Scope;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.http.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeyServiceTest extends ManagementTest {
    @Test
    void newKeyOpensWhatItsScopeAllowsUntilItIsDeleted() {
        HttpResponse<String> made = call("POST", "/keys", admin, "{'scope':'read'}");
        var node = Json.parseObject(made.body().getBytes(StandardCharsets.UTF_8));
        String key = node.get("key").textValue();
        String id = node.get("id").textValue();

        assertEquals(201, made.statusCode());
        assertEquals(2, node.size());
        assertEquals(200, call("GET", "/products", key, "").statusCode());
        assertEquals(204, call("DELETE", "/keys/" + id, admin, "").statusCode());
        assertEquals(401, call("GET", "/products", key, "").statusCode());
        assertEquals(404, call("DELETE", "/keys/" + id, admin, "").statusCode());
    }

    @Test
    void listShowsNoKey() {
        String list = call("GET", "/keys", read, "").body();

        assertThat(list).contains("\"scope\":\"read\"", "\"scope\":\"ingest\"", "\"scope\":\"admin\"")
                .contains("\"created\":\"20")
                .doesNotContain(read, ingest, admin);
    }

    @Test
    void scopeMustBeKnown() {
        assertEquals(problem("scope is required"), call("POST", "/keys", admin, "{}").body());
        assertEquals(problem("scope must be read, ingest or admin - was 'ADMIN'"),
                call("POST", "/keys", admin, "{'scope':'ADMIN'}").body());
    }

    @Test
    void keyOfAnotherWebsiteIsNotDeleted() {
        var other = server.website(WebsiteSettings.DEFAULTS);
        String id = server.websites.createKey(other.id(), Scope.READ).apiKey().id();

        assertEquals(problem("no such key"), call("DELETE", "/keys/" + id, admin, "").body());
        assertThat(server.websites.keys(other.id())).hasSize(1);
    }
}
