package dev.inlay.server.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.RawQuery;
import dev.inlay.templates.TemplateLibrary;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an operator is told beside the snippet. */
class SnippetNotesTest {
    private static final String NO_SEND = "No tag for the send is known, so that a campaign of type auto starts anew "
            + "each day (UTC): type rolling or manual may suit better.";

    @Test
    void withoutATagForTheSendAnotherTypeIsSuggested() {
        assertThat(snippet(CampaignType.AUTO, "service=klaviyo").notes()).contains(NO_SEND);
        assertThat(snippet(CampaignType.AUTO, "service=mailchimp").notes()).doesNotContain(NO_SEND);
        assertThat(snippet(CampaignType.AUTO, "service=klaviyo&sendTag=w1").notes()).doesNotContain(NO_SEND);
        assertThat(snippet(CampaignType.ROLLING, "service=klaviyo").notes()).doesNotContain(NO_SEND);
    }

    @Test
    void hashesComeWithTheFormOfTheAddressThatTheyMustBeOf() {
        assertThat(snippet(CampaignType.AUTO, "service=greenarrow-studio&identity=userEmailSha1").notes())
                .anyMatch(note -> note.startsWith("The hash must be that of the address in lower case"));
        assertThat(snippet(CampaignType.AUTO, "service=greenarrow-studio").notes())
                .noneMatch(note -> note.startsWith("The hash must be"));
    }

    @Test
    void blanksInATagAreToBeFilled() {
        assertThat(snippet(CampaignType.AUTO, "service=mailchimp&identity=customerId").notes())
                .first().isEqualTo("Put the name of your own field in place of <MERGE FIELD>.");
        assertThat(snippet(CampaignType.AUTO, "service=mailchimp&identity=customerId").remarks())
                .startsWith("<!-- Put the name of your own field in place of MERGE FIELD. -->\n");
    }

    @Test
    void theNotesStandBeneathTheBlockAndNotInIt() {
        Snippet snippet = snippet(CampaignType.AUTO, "service=postmark");

        assertThat(snippet.html("&amp;")).endsWith("<!-- end Friday -->\n").contains("userEmail=none");
        assertThat(snippet.remarks().lines()).hasSize(snippet.notes().size())
                .first().isEqualTo("<!-- The userEmail tag of Postmark is none: put your own in its place. -->");
    }

    @Test
    void theChecklistNamesWhatMustBeReplaced() {
        assertThat(snippet(CampaignType.AUTO, "service=mailchimp").checklist()).containsExactly(
                "Send a real mailing, not a preview, to two readers: one whom the shop knows, one whom it does not.",
                "Look into the source of both mails: behind userEmail= stands the address of that reader, not "
                        + "*|URL:EMAIL|*.",
                "Behind send= stands the same value in both mails, and another one in the next mailing.",
                "Let the known reader's address hold a plus sign (anna+test@...), as some addresses do.",
                "The known reader sees products like those visited, the other one your default products.",
                "Click every picture: the shop opens the product that the picture shows.",
                "Switch pictures off: each tile says what it is. Open the mail on a phone: nothing is cut off.");
    }

    @Test
    void theChecklistLeavesOutWhatTheUrlsDoNotHold() {
        assertThat(snippet(CampaignType.MANUAL, "service=braze&identity=userEmailMd5&emailTag=%7B%7Bmd5%7D%7D")
                .checklist())
                .hasSize(5).noneMatch(step -> step.contains("send=") || step.contains("plus sign"))
                .anyMatch(step -> step.contains("userEmailMd5= stands the MD5 hash (32 hex digits) of that reader, "
                        + "not {{md5}}."));
    }

    private static Snippet snippet(CampaignType type, String query) {
        ObjectNode settings = Json.object().put("name", "Friday").put("template", "product-tile");
        Campaign campaign = new Campaign("abcdefghijklmnop", 1, type, Duration.ofDays(1), 3, 0, settings);
        return new SnippetMaker(URI.create("https://tiles.example/"), TemplateLibrary.bundled(), MailServices.bundled())
                .make(campaign, RawQuery.parse(query));
    }
}
