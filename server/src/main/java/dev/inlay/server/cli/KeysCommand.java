package dev.inlay.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.website.Scope;
import dev.inlay.server.http.Json;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Secret keys of a website, made, listed and revoked on the running server. */
@Command(name = "keys", mixinStandardHelpOptions = true,
        description = "Makes, lists and revokes the secret keys of a website.",
        subcommands = {KeysCommand.Create.class, KeysCommand.ListAll.class, KeysCommand.Revoke.class})
final class KeysCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: create, list or revoke");
    }

    /** The website that is meant, on the node that is meant. */
    static final class OfWebsite {
        @Mixin
        private NodeOptions node;
        @Option(names = "--website", required = true, paramLabel = "UUID",
                description = "Which website; ./inlay websites lists them.")
        private UUID website;

        private String path() {
            return "/api/websites/" + website + "/keys";
        }
    }

    /** Prints the key alone on standard output, so that a script can take it, and what to mind beside it. */
    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a key and prints it, this once.")
    static final class Create implements Callable<Integer> {
        @Mixin
        private OfWebsite of;
        @Option(names = "--scope", required = true, paramLabel = "SCOPE",
                description = "read: every GET, explain, recommendations; ingest: activity, products, feeds; "
                        + "admin: everything.")
        private Scope scope;

        @Override
        public Integer call() {
            String name = scope.name().toLowerCase(Locale.ROOT);
            return of.node.speak(client -> {
                JsonNode made = client.post(of.path(), Json.object().put("scope", name));
                System.out.println(made.path("key").asText());
                System.err.println("This is the new key, id " + made.path("id").asText() + ", scope " + name
                        + ". Keep it now: it is stored as a hash and is not shown again.");
                return 0;
            });
        }
    }

    /** One line for each key, parted by tabs. */
    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "Lists the keys: id, scope and when it was made. Keys themselves cannot be shown.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private OfWebsite of;

        @Override
        public Integer call() {
            return of.node.speak(client -> {
                for (JsonNode key : client.get(of.path()).path("keys")) {
                    System.out.println(key.path("id").asText() + "\t" + key.path("scope").asText() + "\t"
                            + key.path("created").asText());
                }
                return 0;
            });
        }
    }

    /** Ends a key; other nodes follow within a second. */
    @Command(name = "revoke", mixinStandardHelpOptions = true,
            description = "Ends a key: within a second no server takes it any more.")
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private OfWebsite of;
        @Parameters(paramLabel = "ID", description = "The id of the key, as the list shows it.")
        private String id;

        @Override
        public Integer call() {
            if (!id.matches("[0-9a-f]{1,64}")) {
                System.err.println("inlay: ID must be the id of a key, not the key itself");
                return 1;
            }
            return of.node.speak(client -> {
                client.delete(of.path() + "/" + id);
                System.err.println("The key " + id + " is revoked.");
                return 0;
            });
        }
    }
}
