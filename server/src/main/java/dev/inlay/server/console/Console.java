package dev.inlay.server.console;

import dev.inlay.db.Secret;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.bounds.SignInTries;
import dev.inlay.server.http.Access;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.List;

/** The operator's pages, below {@code /console}, put together once. */
public final class Console implements HttpService {
    private final ConsolePages pages = new ConsolePages();
    private final Assets assets = new Assets();
    private final WebsiteStore websites;
    private final Sessions sessions;
    private final SignIn signIn;
    private final WebsitePages websitePages;
    private final List<ConsolePart> parts;

    /**
     * @param publicUrl where browsers reach this node
     * @param parts further pages of websites
     */
    public Console(WebsiteStore websites, Access access, Secret secret, String installationKey, String publicUrl,
            InstantSource time, List<ConsolePart> parts) {
        this.websites = websites;
        sessions = new Sessions(secret, installationKey, publicUrl.startsWith("https:"), time);
        signIn = new SignIn(access, new SignInTries(time), sessions, assets, pages);
        websitePages = new WebsitePages(websites);
        this.parts = List.copyOf(parts);
    }

    @Override
    public void routing(HttpRules rules) {
        assets.routing(rules);
        signIn.routing(rules);
        Gate gate = new Gate(rules, sessions, websites, assets, pages);
        websitePages.routing(gate);
        parts.forEach(part -> part.routing(gate));
        gate.otherwise();
    }
}
