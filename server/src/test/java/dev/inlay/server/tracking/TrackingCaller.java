package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** Calls the tracking API as browsers of a new website do. Quotes in bodies are single. */
abstract class TrackingCaller {
    static final TrackingUserId PHONE = new TrackingUserId("66f1a2b3c4d5e6f708192a3b");
    static final TrackingUserId LAPTOP = new TrackingUserId("66f1a2b3c4d5e6f708192a3c");

    TestServer server;
    Website website;

    abstract TestServer server();

    @BeforeEach
    void newWebsite() {
        server = server();
        website = server.website(WebsiteSettings.DEFAULTS);
    }

    final HttpResponse<String> collect(String path, TrackingUserId trackingUser, String members) {
        String rest = members.strip().substring(1);
        return post(path, "{'websiteUuid':'" + website.uuid() + "','trackingUserId':'" + trackingUser + "'"
                + (rest.equals("}") ? "" : ",") + rest);
    }

    final HttpResponse<String> post(String path, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/json"),
                Arrays.stream(headers)).toArray(String[]::new);
        return server.send("POST", "/serve/collect/" + path, body.replace('\'', '"'), all);
    }

    final Identity resolve(TrackingUserId trackingUser) {
        return server.identities.resolveTrackingUser(website.id(), trackingUser);
    }

    final Identity resolve(String customerId) {
        return server.identities.resolveCustomer(website.id(), List.of(new CustomerId(customerId, false)));
    }

    final Identity email(String address) {
        return server.identities.resolveEmail(website.id(),
                server.personalData.emailKeys(EmailAddress.parse(address).orElseThrow()).subList(0, 1));
    }

    static Identity.Known known(Identity identity) {
        assertThat(identity).isInstanceOf(Identity.Known.class);
        return (Identity.Known) identity;
    }

    static void assertRefused(int status, String message, HttpResponse<String> answer) {
        String quoted = message.replace("\\", "\\\\").replace("\"", "\\\"");
        assertEquals("{\"success\":false,\"message\":\"" + quoted + "\"}", answer.body());
        assertEquals(status, answer.statusCode());
        assertEquals(Optional.of("*"), answer.headers().firstValue("Access-Control-Allow-Origin"));
    }
}
