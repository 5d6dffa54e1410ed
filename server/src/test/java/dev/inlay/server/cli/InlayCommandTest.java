package dev.inlay.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class InlayCommandTest {
    @Test
    void helpListsAllCommands() {
        CommandLine inlay = new CommandLine(new InlayCommand());

        assertThat(inlay.getUsageMessage()).contains("serve", "demo", "websites", "keys", "render", "templates",
                "verify");
        assertThat(inlay.getSubcommands().get("keys").getUsageMessage()).contains("create", "list", "revoke");
        assertThat(inlay.getSubcommands().get("templates").getUsageMessage())
                .contains("check", "list", "show", "schema");
    }

    @Test
    void namesThatReachATerminalHaveNoControlCharacters() {
        assertEquals("Day bird  [31m", Lines.plain("Day\tbird \u001b[31m\u202e\n"));
    }
}
