package dev.inlay.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import dev.inlay.server.Chromium;
import dev.inlay.server.console.settings.SigningCode;
import dev.inlay.server.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsPagesTest {
    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private String uuid;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void shop() {
        uuid = desk.website("Daybird");
    }

    @Test
    void everySettingIsSaved() {
        try (Chromium.Window window = settings(1280)) {
            Page page = window.page();
            page.fill("#name", "Daybird Nordic");
            page.fill("#hosts", "shop.example\nshop.example.dk");
            page.fill("#currency", "DKK");
            page.fill("#locale", "da-DK");
            page.fill("#priceFormat", "#,##0.00");
            page.fill("#timeZone", "Europe/Copenhagen");
            assertEquals("395", page.inputValue("#retentionDays"));
            page.fill("#retentionDays", "30");
            page.fill("#mailRetentionDays", " 90 ");
            page.check("#requireCustomerIdSignature");
            page.uncheck("#personalizeUnknownConsent");
            page.click("text=Save");
            page.waitForURL("**?saved");

            JsonNode website = website();
            assertEquals("Daybird Nordic", website.get("name").asText());
            assertThat(website.get("hosts")).extracting(JsonNode::asText)
                    .containsExactly("shop.example", "shop.example.dk");
            assertEquals("DKK", website.get("currency").asText());
            assertFalse(website.get("personalizeUnknownConsent").booleanValue());
            assertEquals("da-DK", website.get("locale").asText());
            assertEquals("#,##0.00", website.get("priceFormat").asText());
            assertEquals("Europe/Copenhagen", website.get("timeZone").asText());
            assertEquals(30, website.get("retentionDays").intValue());
            assertEquals(90, website.get("mailRetentionDays").intValue());
            assertEquals("true", website.get("requireCustomerIdSignature").asText());
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void aMistakeIsToldBesideItsFieldAndNothingTypedIsLost() {
        try (Chromium.Window window = settings(1280)) {
            window.page().fill("#name", "Changed");
            window.page().fill("#timeZone", "Mars/Olympus");
            window.page().click("text=Save");

            assertThat(window.page().textContent("#timeZone-hint"))
                    .isEqualTo("timeZone must be a time zone such as Europe/Copenhagen - was 'Mars/Olympus'");
            assertEquals("Changed", window.page().inputValue("#name"));
            assertEquals("Daybird", website().get("name").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({"retentionDays, 0, 1", "retentionDays, 3651, 1", "retentionDays, soon, 1", "mailRetentionDays, 89, 90",
        "mailRetentionDays, 3651, 90"})
    void daysOutOfTheirRangeAreToldBesideTheirField(String field, String days, int least) {
        try (Chromium.Window window = settings(1280)) {
            window.page().fill("#" + field, days);
            window.page().click("text=Save");

            String rule = days.equals("soon") ? "a number" : "a whole number from " + least + " to 3650";
            assertThat(window.page().textContent("#" + field + "-hint"))
                    .isEqualTo(field + " must be " + rule + " - was '" + days + "'");
            assertEquals(days, window.page().inputValue("#" + field));
            assertEquals(395, website().get(field).intValue());
        }
    }

    @Test
    void aKeyIsShownOnceWorksAndIsRevoked() {
        try (Chromium.Window window = settings(1280)) {
            window.page().selectOption("#scope", "read");
            window.page().click("text=Make a key");
            String key = window.page().inputValue("#secret");
            assertEquals(200, statusWith(key));

            window.page().navigate(desk.url("/console/websites/" + uuid + "/settings"));
            assertThat(window.page().content()).doesNotContain(key);
            window.page().click("td >> text=Revoke");
            window.page().click("button:has-text('Revoke')");
            window.page().waitForURL("**?revoked");

            assertEquals(401, statusWith(key));
        }
    }

    @Test
    void theSignatureKeyIsShownOnRequestOnly() {
        try (Chromium.Window window = settings(1280)) {
            String key = desk.api("POST", "/api/websites/" + uuid + "/signatureKey", Json.object())
                    .get("signatureKey").asText();
            assertThat(window.page().content()).doesNotContain(key);

            window.page().click("text=Show the signature key");

            assertEquals(key, window.page().inputValue("#secret"));
        }
    }

    @Test
    void thePageSaysWhetherIdentityMustBeProved() {
        try (Chromium.Window window = settings(1280)) {
            assertThat(window.page().textContent("#proof p")).startsWith("Off: anybody who knows an address");
            for (SigningCode code : SigningCode.values()) {
                assertThat(window.page().textContent("#proof dl")).contains(code.expression());
            }

            desk.api("PATCH", "/api/websites/" + uuid, Json.object().put("requireCustomerIdSignature", true));
            window.page().reload();

            assertThat(window.page().textContent("#proof p")).startsWith("On: ");
            window.shoot("settings-proof");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void thePageFitsTheWindow(int width) {
        try (Chromium.Window window = settings(width)) {
            window.shoot("settings-" + width);

            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.problems()).isEmpty();
        }
    }

    private Chromium.Window settings(int width) {
        Chromium.Window window = desk.signIn(width, 800);
        window.page().navigate(desk.url("/console/websites/" + uuid + "/settings"));
        return window;
    }

    private JsonNode website() {
        return desk.api("GET", "/api/websites/" + uuid, Json.object());
    }

    private int statusWith(String key) {
        return desk.send(HttpRequest.newBuilder(URI.create(desk.url("/api/websites/" + uuid)))
                .header("Authorization", "Bearer " + key).build()).statusCode();
    }
}
