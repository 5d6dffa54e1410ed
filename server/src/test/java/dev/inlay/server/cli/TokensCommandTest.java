package dev.inlay.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.inlay.server.console.ConsoleDesk;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New keys for recipient tokens, by command. */
class TokensCommandTest {
    @TempDir
    private Path folder;

    @Test
    void eachRotationSaysWhichTokensCountNow() {
        try (ConsoleDesk desk = new ConsoleDesk(folder); NodeClient node = NodeClient.connect(
                Optional.of(desk.url("")), folder, Map.of("INLAY_API_KEY", ConsoleDesk.KEY))) {
            UUID website = UUID.fromString(desk.website("Daybird"));

            assertEquals("Tokens are made with key 2 now; those of key 1 are still taken, older ones no longer.",
                    TokensCommand.Rotate.rotate(node, website));
            assertEquals("Tokens are made with key 3 now; those of key 2 are still taken, older ones no longer.",
                    TokensCommand.Rotate.rotate(node, website));
            assertThrows(NodeClient.Failure.class, () -> TokensCommand.Rotate.rotate(node, UUID.randomUUID()));
        }
    }

    @Test
    void commandWithoutAWebsiteIsAMistakeOfTheCaller() {
        assertEquals(2, InlayCommand.execute("tokens"));
        assertEquals(2, InlayCommand.execute("tokens", "rotate"));
        assertEquals(2, InlayCommand.execute("tokens", "rotate", "--website", "none"));
    }
}
