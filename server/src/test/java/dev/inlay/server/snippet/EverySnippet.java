package dev.inlay.server.snippet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.RawQuery;
import dev.inlay.templates.TemplateLibrary;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The snippets of one campaign for every mail service, own tags included, and every identity that it can name. */
public final class EverySnippet {
    public static final String HOST = "https://tiles.example";
    private static final String OWN_TAGS = "&emailTag={{own.email}}&customerIdTag={{own.id}}"
            + "&tokenTag={{own.token}}&sendTag=%%own_send%%";
    private static final MailServices SERVICES = MailServices.bundled();
    private static final SnippetMaker MAKER =
            new SnippetMaker(URI.create(HOST), TemplateLibrary.bundled(), SERVICES);

    private EverySnippet() {
    }

    public static List<Snippet> of(Campaign campaign) {
        return SERVICES.all().stream()
                .flatMap(service -> Arrays.stream(IdentityParameter.values())
                        .filter(identity -> identity.tagOf(service).isPresent())
                        .map(identity -> snippet(campaign, service, identity)))
                .toList();
    }

    /** Of a campaign of type auto with three slots. */
    static List<Snippet> ofThreeSlots(String template) {
        ObjectNode settings = Json.object().put("name", "Friday").put("template", template);
        return of(new Campaign("abcdefghijklmnop", 1, CampaignType.AUTO, Duration.ofDays(1), 3, 0, settings));
    }

    static Stream<String> values(String html, String tag, String attribute) {
        return HtmlTags.named(html, tag).stream().map(found -> found.attributes().get(attribute));
    }

    private static Snippet snippet(Campaign campaign, MailService service, IdentityParameter identity) {
        String query = "service=" + service.slug() + "&identity=" + identity.wireName();
        return MAKER.make(campaign, RawQuery.parse(query + (service.isCustom() ? OWN_TAGS : "")));
    }
}
