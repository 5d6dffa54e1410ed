package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.newsletter.CampaignSettings;
import dev.inlay.server.snippet.IdentityParameter;
import dev.inlay.server.snippet.MailService;
import dev.inlay.server.snippet.Snippet;
import dev.inlay.server.snippet.SnippetMaker;
import dev.inlay.server.snippet.TileUrls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The snippet of a campaign for one mail service, and what else can be chosen.
 *
 * @param usual how readers are named unless the query says otherwise
 * @param snippet empty if the choice makes none
 * @param problem why; empty if it does
 */
record SnippetChoice(RawQuery query, List<MailService> services, IdentityParameter usual, Optional<Snippet> snippet,
        String problem) {
    private static final List<String> OWN_TAGS = List.of("emailTag", "customerIdTag", "tokenTag", "sendTag");

    static SnippetChoice of(SnippetMaker maker, Campaign campaign, RawQuery query) {
        IdentityParameter usual = SnippetMaker.usual(CampaignSettings.from(campaign.settings()));
        List<MailService> services = maker.services().all();
        RawQuery complete = query.first("service").isPresent() ? query
                : RawQuery.parse("service=" + services.getFirst().slug());
        try {
            return new SnippetChoice(complete, services, usual, Optional.of(maker.make(campaign, complete)), "");
        } catch (HttpProblem e) {
            return new SnippetChoice(complete, services, usual, Optional.empty(), e.getMessage());
        }
    }

    List<IdentityParameter> identities() {
        return List.of(IdentityParameter.values());
    }

    boolean isService(MailService service) {
        return query.first("service").filter(service.slug()::equals).isPresent();
    }

    boolean isIdentity(IdentityParameter identity) {
        return query.first("identity").orElse(usual.wireName()).equals(identity.wireName());
    }

    boolean isBare() {
        return query.first("ampersand").filter("bare"::equals).isPresent();
    }

    boolean hasOwnTag() {
        return OWN_TAGS.stream().anyMatch(name -> query.first(name).isPresent());
    }

    String tag(String name) {
        return query.first(name).orElse("");
    }

    String html() {
        return snippet.map(made -> made.html(ampersand())).orElse("");
    }

    String mjml() {
        return snippet.map(made -> made.mjml(ampersand())).orElse("");
    }

    /** The two URLs of each slot, one a line. */
    String urls() {
        return snippet.map(Snippet::urls).orElse(List.of()).stream().map(SnippetChoice::lines)
                .collect(Collectors.joining("\n\n"));
    }

    private static String lines(TileUrls tile) {
        return "Picture " + tile.slot() + ": " + tile.image() + "\nLink " + tile.slot() + ": " + tile.click();
    }

    private String ampersand() {
        return isBare() ? "&" : "&amp;";
    }
}
