package dev.inlay.server.snippet;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import dev.inlay.server.newsletter.CampaignSettings;
import dev.inlay.templates.Template;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operator pastes into a newsletter to show {@code campaign}, in the three forms that mail editors take, and
 * what to know and to try before it is sent.
 */
public record Snippet(URI publicUrl, Campaign campaign, CampaignSettings settings, Template template, MergeTags tags) {
    /** HTML; {@code ampersand} is {@code &amp;}, or {@code &} for editors that escape by themselves. */
    public String html(String ampersand) {
        return HtmlSnippet.of(settings.name(), TileUrls.of(publicUrl, campaign, tags, ampersand), template.cssWidth());
    }

    public String mjml(String ampersand) {
        return MjmlSnippet.of(settings.name(), TileUrls.of(publicUrl, campaign, tags, ampersand), template.cssWidth());
    }

    /** Bare URLs, for editors that ask for the address of a picture and of its link. */
    public List<TileUrls> urls() {
        return TileUrls.of(publicUrl, campaign, tags, "&");
    }

    /** What the operator should know before sending: first what is still to be filled in, last our own doubts. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(tags.missing());
        notes.add(tags.service().note());
        if (tags.identity().isHash()) {
            notes.add("The hash must be that of the address in lower case, without blanks around it, and with an "
                    + "international domain as punycode: any other hash is nobody's.");
        }
        if (campaign.type() == CampaignType.AUTO && tags.sendTag().isEmpty()) {
            notes.add("No tag for the send is known, so that a campaign of type auto starts anew each day (UTC): "
                    + "type rolling or manual may suit better.");
        }
        if (tags.identity() == IdentityParameter.TOKEN) {
            notes.add("Before each mailing make tokens for your recipients, and put them into a field of your mail "
                    + "service, which the tag names. The token of a reader stays the same until you begin a new key.");
        } else if (settings.identityByTokenOnly()) {
            notes.add("This campaign takes tokens only: an address or customer id shows what everybody sees.");
        }
        if (!"https".equalsIgnoreCase(publicUrl.getScheme())) {
            notes.add("The public URL is not https: many mail programs will not show the pictures.");
        }
        return notes;
    }

    /** What to try with one test mail before the newsletter goes out, in this order; one sentence or two each. */
    public List<String> checklist() {
        return TestSend.checklist(tags, tags.sendTag().isPresent() && campaign.type() == CampaignType.AUTO);
    }

    /** The notes as comments, to stand beneath a snippet that is handed out as text. */
    String remarks() {
        return SnippetMarkup.comments(notes());
    }
}
