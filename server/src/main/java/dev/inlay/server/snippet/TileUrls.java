package dev.inlay.server.snippet;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The two URLs of a slot with merge tags in them. The identity is the last parameter, so that a tag that breaks the
 * URL breaks nothing else; {@code send} stands before it and only where it makes editions. Tags stand raw: an encoded
 * tag would not be replaced.
 */
public record TileUrls(int slot, String image, String click) {
    /** One for each slot of {@code campaign}; {@code ampersand} is {@code &} or, for markup, {@code &amp;}. */
    static List<TileUrls> of(URI publicUrl, Campaign campaign, MergeTags tags, String ampersand) {
        String base = publicUrl.toASCIIString().replaceFirst("/+$", "") + "/serve/tile/" + campaign.id() + "/";
        String query = query(campaign, tags, ampersand);
        return IntStream.rangeClosed(1, campaign.slots())
                .mapToObj(slot -> new TileUrls(slot, base + slot + ".png" + query, base + slot + "/click" + query))
                .toList();
    }

    private static String query(Campaign campaign, MergeTags tags, String ampersand) {
        String identity = tags.identity().wireName() + "=" + tags.identityTag();
        boolean sends = campaign.type() == CampaignType.AUTO && tags.sendTag().isPresent();
        return "?" + (sends ? "send=" + tags.sendTag().orElseThrow() + ampersand : "") + identity;
    }
}
