package dev.inlay.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One line for each website: its uuid and its name, parted by a tab. */
@Command(name = "websites", mixinStandardHelpOptions = true,
        description = "Lists the websites of the running server: uuid and name.")
final class WebsitesCommand implements Callable<Integer> {
    @Mixin
    private NodeOptions node;

    @Override
    public Integer call() {
        return node.speak(client -> {
            for (JsonNode website : client.get("/api/websites").path("websites")) {
                System.out.println(website.path("websiteUuid").asText() + "\t"
                        + Lines.plain(website.path("name").asText()));
            }
            return 0;
        });
    }
}
