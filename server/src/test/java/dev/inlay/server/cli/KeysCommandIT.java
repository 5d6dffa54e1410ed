package dev.inlay.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import dev.inlay.server.cli.Shell.Ended;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys as an operator makes and ends them, in a shell beside the running server. */
class KeysCommandIT {
    @TempDir
    Path folder;
    private TestServer server;
    private Website website;

    @BeforeEach
    void start() {
        server = TestServer.on(folder.resolve("data"));
        website = server.website(WebsiteSettings.DEFAULTS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aKeyIsMadeListedAndRevoked() throws Exception {
        assertEquals(new Ended(0, website.uuid() + "\tDaybird\n", ""), run("websites"));

        Ended made = run("keys", "create", "--website", uuid(), "--scope", "read");
        String key = made.out().strip();
        String id = server.websites.keys(website.id()).getFirst().id();
        assertEquals("This is the new key, id " + id + ", scope read. Keep it now: it is stored as a hash and is not"
                + " shown again.\n", made.err());
        assertEquals(200, statusWith(key));

        assertThat(run("keys", "list", "--website", uuid()).out()).startsWith(id + "\tread\t20").doesNotContain(key)
                .hasLineCount(1);
        assertEquals(new Ended(0, "", "The key " + id + " is revoked.\n"),
                run("keys", "revoke", "--website", uuid(), id));
        assertEquals(401, statusWith(key));
    }

    @Test
    void whatCannotBeDoneIsOneLine() throws Exception {
        assertEquals(new Ended(1, "", "inlay: the server refused: no such key\n"),
                run("keys", "revoke", "--website", uuid(), "00ff"));
        assertEquals(new Ended(1, "", "inlay: ID must be the id of a key, not the key itself\n"),
                run("keys", "revoke", "--website", uuid(), "ink_secret"));
        assertEquals(new Ended(1, "", "inlay: the server refused: no such website\n"),
                run("keys", "list", "--website", "00000000-0000-0000-0000-000000000001"));
        assertEquals(2, run("keys", "create", "--website", uuid(), "--scope", "everything").code());
    }

    private String uuid() {
        return website.uuid().toString();
    }

    private int statusWith(String key) {
        return server.manage("GET", "/api/websites/" + uuid(), key, "").statusCode();
    }

    private Ended run(String... arguments) throws Exception {
        return new Shell(folder, Map.of("INLAY_PORT", String.valueOf(server.port()),
                "INLAY_ADMIN_KEY", TestServer.INSTALLATION_KEY)).run(arguments);
    }
}
