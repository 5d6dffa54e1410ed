package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Members;
import dev.inlay.server.recommendation.PickRules;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a campaign (contract 5.4), typed. The store keeps them as JSON with all defaults filled in.
 *
 * @param template the name of a template
 * @param holdOutPercent how many of a hundred recipients see bestsellers, for comparison; 0 = none
 * @param identityByTokenOnly whether only a {@code token} names a recipient
 * @param reidentify whether a click brings a browser that lost its cookie back to its person
 * @param fallbackUrl on one of the website's hosts; empty = the website's home
 * @param endsAt what a countdown in the mail counts down to; changes nothing else
 * @param whenGoneHome whether a click on a product that left leads home instead of to its last URL
 * @param variables values for the template's variables
 */
public record CampaignSettings(String name, String template, PickRules rules, int holdOutPercent, Utm utm,
        boolean identityByTokenOnly, boolean liveText, Optional<OffsetDateTime> endsAt, boolean reidentify,
        Optional<URI> fallbackUrl, boolean whenGoneHome, Map<String, String> variables) {
    /** What a click adds to the product's URL; empty ones are left out. */
    public record Utm(Optional<String> source, Optional<String> medium, Optional<String> campaign) { }

    public CampaignSettings {
        variables = Map.copyOf(variables);
    }

    /** Reads what the store holds: what {@link CampaignParser} accepted, so that nothing is refused here. */
    public static CampaignSettings from(JsonNode settings) {
        return CampaignParser.settings(new CampaignMembers(new Members((ObjectNode) settings)));
    }
}
