package dev.inlay.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class InlayCommandTest {
    @Test
    void helpListsAllCommands() {
        CommandLine inlay = new CommandLine(new InlayCommand());

        assertThat(inlay.getUsageMessage()).contains("serve", "demo", "websites", "keys", "verify");
        assertThat(inlay.getSubcommands().get("keys").getUsageMessage()).contains("create", "list", "revoke");
    }

    @Test
    void namesThatReachATerminalHaveNoControlCharacters() {
        assertEquals("Day bird  [31m", Lines.plain("Day\tbird \u001b[31m\u202e\n"));
    }
}
