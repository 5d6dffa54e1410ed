package dev.inlay.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.server.http.Json;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an operator does about recipient tokens. */
@Command(name = "tokens", mixinStandardHelpOptions = true, description = "Manages the keys of recipient tokens.",
        subcommands = TokensCommand.Rotate.class)
final class TokensCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Begins a new key; tokens of the key until now go on, older ones end. */
    @Command(name = "rotate", mixinStandardHelpOptions = true,
            description = "Makes tokens with a new key from now on. Those of the last key are still taken, older ones "
                    + "no longer: rotate twice to end all tokens that are out.")
    static final class Rotate implements Callable<Integer> {
        @Option(names = "--website", paramLabel = "UUID", required = true, description = "Whose tokens.")
        private UUID website;

        @Mixin
        private NodeOptions node;

        @Override
        public Integer call() {
            return node.speak(client -> {
                System.out.println(rotate(client, website));
                return 0;
            });
        }

        /** Begins a new key and says which ones count now. */
        static String rotate(NodeClient node, UUID website) {
            JsonNode keys = node.post("/api/websites/" + website + "/tokenKeys", Json.object());
            return "Tokens are made with key " + keys.get("newest").asInt() + " now; those of key "
                    + keys.get("live").get(1).asInt() + " are still taken, older ones no longer.";
        }
    }
}
