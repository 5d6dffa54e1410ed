package dev.inlay.server.console.campaigns;

import dev.inlay.server.snippet.TileUrls;
import java.util.List;
import java.util.Optional;

/**
 * What somebody sees in a mail of a campaign, and why.
 *
 * @param frame what the mail's own URL asks for; empty if the form names nobody
 * @param real the URLs that a mail to this person would hold; none if no mail can name such a person
 */
record CampaignPreview(CampaignViewer viewer, Optional<String> frame, Optional<Reasons> reasons, List<TileUrls> real) {
    /** Nothing, since the form names nobody. */
    static CampaignPreview none(CampaignViewer viewer) {
        return new CampaignPreview(viewer, Optional.empty(), Optional.empty(), List.of());
    }
}
