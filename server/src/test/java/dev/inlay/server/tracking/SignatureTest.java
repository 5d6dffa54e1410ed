package dev.inlay.server.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import dev.inlay.server.console.settings.SigningCode;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A website that demands signatures takes no claim on trust. */
class SignatureTest {
    private static final TrackingUserId PHONE = new TrackingUserId("66f1a2b3c4d5e6f708192a3b");

    @TempDir
    Path folder;

    private TestServer server;
    private Website website;

    @BeforeEach
    void start() {
        server = TestServer.on(folder);
        website = server.website(new WebsiteSettings(ZoneOffset.UTC, Optional.empty(), true, 395, true, 7, 395));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void unsignedClaimIsIgnoredInAnOrderAndRefusedAlone() {
        assertEquals("{\"success\":true,\"message\":\"Conversion tracked\",\"ignored\":[\"email\",\"customerId\"]}",
                post("conversion", "\"orderNumber\":\"1\",\"email\":\"anna@example.com\",\"customerId\":\"K-1\""));
        assertEquals("{\"success\":false,\"message\":\"customerIdSignature must be the value's HMAC-SHA-256 in hex"
                + " under the website's signature key\"}", post("customerId", "\"id\":\"K-1\""));
        assertEquals("{\"success\":false,\"message\":\"emailSignature must be the value's HMAC-SHA-256 in hex under"
                + " the website's signature key\"}", post("email", "\"email\":\"anna@example.com\""));
        assertEquals(new Identity.Unknown(), customer("K-1"));
    }

    @Test
    void signedClaimIsTaken() throws GeneralSecurityException {
        assertEquals("{\"success\":true,\"message\":\"Customer ID set\"}",
                post("customerId", "\"id\":\"Künde 1\",\"customerIdSignature\":\"" + sign("Künde 1") + "\""));
        String signature = sign("Anna@example.com").toUpperCase();
        assertEquals("{\"success\":true,\"message\":\"Email set\"}",
                post("email", "\"email\":\"Anna@example.com\",\"emailSignature\":\"" + signature + "\""));
        assertEquals(List.of(PHONE), ((Identity.Known) customer("Künde 1")).trackingUsers());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            PHP    | php,-r       | $key = $argv[1]; $value = $argv[2]; echo %s;
            NODE   | node,-e      | const [key, value] = process.argv.slice(1); process.stdout.write(%s)
            PYTHON | python3,-c   | import hmac, sys; key, value = sys.argv[1:3]; print(%s, end='')
            """)
    void theConsolesLineOfCodeSignsWhatTheServerTakes(SigningCode code, String tool, String program) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool.split(",")));
        command.addAll(List.of(program.formatted(code.expression()), key(), "Künde 1"));
        assumeTrue(isInstalled(command.getFirst()), command.getFirst() + " is not installed");

        Process signing = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String signature = new String(signing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals("{\"success\":true,\"message\":\"Customer ID set\"}",
                post("customerId", "\"id\":\"Künde 1\",\"customerIdSignature\":\"" + signature + "\""));
    }

    private static boolean isInstalled(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    @Test
    void signatureOfAnotherValueIsNone() throws GeneralSecurityException {
        assertEquals("{\"success\":true,\"message\":\"Conversion tracked\",\"ignored\":[\"customerId\"]}",
                post("conversion", "\"orderNumber\":\"1\",\"customerId\":\"K-2\",\"customerIdSignature\":\""
                        + sign("K-1") + "\""));
    }

    @Test
    void backEndNeedsNoSignature() {
        String key = server.key(website, Scope.INGEST);

        assertEquals("{\"success\":true,\"message\":\"Customer ID set\"}",
                post("customerId?apiKey=" + key, "\"id\":\"1\""));
        assertEquals(List.of(PHONE), ((Identity.Known) customer("1")).trackingUsers());
    }

    private Identity customer(String id) {
        return server.identities.resolveCustomer(website.id(), List.of(new CustomerId(id, false)));
    }

    private String post(String path, String members) {
        return server.post("/serve/collect/" + path, "{\"websiteUuid\":\"" + website.uuid() + "\",\"trackingUserId\":\""
                + PHONE + "\"," + members + "}").body();
    }

    /** As a shop does it: with the key that the management API shows. */
    private String sign(String value) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(key()), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    }

    private String key() {
        return server.manage("POST", "/api/websites/" + website.uuid() + "/signatureKey", TestServer.INSTALLATION_KEY,
                "").body().replaceFirst("\\{\"signatureKey\":\"([0-9a-f]{64})\"}", "$1");
    }
}
