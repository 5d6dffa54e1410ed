package dev.inlay.server.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import dev.inlay.server.Shared;
import dev.inlay.server.snippet.HtmlTags.Tag;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.RawQuery;
import dev.inlay.templates.TemplateLibrary;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class SnippetTest {
    private static final String BASE = "https://tiles.example/serve/tile/abcdefghijklmnop/";
    private static final MailServices SERVICES = MailServices.bundled();
    static final List<MailService> FORTY = SERVICES.all().stream().filter(service -> !service.isCustom()).toList();

    private final SnippetMaker maker =
            new SnippetMaker(URI.create("https://tiles.example/"), TemplateLibrary.bundled(), SERVICES);

    static List<String> injectionStrings() throws IOException {
        List<String> values = new ArrayList<>();
        for (String line : Files.readAllLines(Shared.path("corpora/injection-strings/cases.jsonl"))) {
            values.add(Json.mapper().readTree(line).get("value").textValue());
        }
        return values;
    }

    @Test
    void fortyServicesAreKnown() {
        assertEquals(40, FORTY.size());
        assertEquals(40, FORTY.stream().map(MailService::slug).distinct().count());
    }

    @ParameterizedTest
    @FieldSource("FORTY")
    void htmlHoldsTheTagsOfTheTableAndTheIdentityLast(MailService service) {
        String html = snippet("service=" + service.slug()).html("&amp;");

        assertEquals(urls(service, "userEmail", service.bestEmailTag()), attributes(html, "img", "src"));
        assertEquals(clicks(service, "userEmail", service.bestEmailTag()), attributes(html, "a", "href"));
    }

    @ParameterizedTest
    @FieldSource("FORTY")
    void customerIdsTakeTheirTagAsItIs(MailService service) {
        Snippet snippet = snippet("service=" + service.slug() + "&identity=customerId");

        assertEquals(urls(service, "customerId", service.customerIdTag()),
                attributes(snippet.html("&amp;"), "img", "src"));
        assertEquals(clicks(service, "customerId", service.customerIdTag()),
                attributes(snippet.mjml("&amp;"), "mj-image", "href"));
    }

    @ParameterizedTest
    @FieldSource("FORTY")
    void mjmlAndBareUrlsSayTheSameAsHtml(MailService service) {
        Snippet snippet = snippet("service=" + service.slug());
        String mjml = snippet.mjml("&amp;");
        List<String> images = attributes(snippet.html("&amp;"), "img", "src");
        List<String> clicks = attributes(snippet.html("&amp;"), "a", "href");

        assertEquals(images, attributes(mjml, "mj-image", "src"));
        assertEquals(clicks, attributes(mjml, "mj-image", "href"));
        assertEquals(images, snippet.urls().stream().map(TileUrls::image).toList());
        assertEquals(clicks, snippet.urls().stream().map(TileUrls::click).toList());
    }

    @ParameterizedTest
    @FieldSource("FORTY")
    void aTileIsSmallAndPlain(MailService service) {
        String html = snippet("service=" + service.slug()).html("&amp;");

        assertThat(html.split("(?=<td )|</tr>")).filteredOn(part -> part.startsWith("<td "))
                .hasSize(3).allMatch(tile -> tile.getBytes(StandardCharsets.UTF_8).length <= 1_024);
        assertThat(html.lines()).allMatch(line -> line.length() < 998);
        assertThat(html).doesNotContain("target=", "srcset", "<style", "<script", "outline");
        assertThat(HtmlTags.named(html, "img")).allMatch(image -> image.attributes().get("width").equals("284"));
        assertEquals("[Recommended for you, item 1, Recommended for you, item 2, Recommended for you, item 3]",
                attributes(html, "img", "alt").toString());
    }

    @Test
    void theBlockIsATableForOutlookAndPhones() {
        assertEquals("""
                <!-- begin Friday -->
                <!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" \
                align="center"><tr><td><![endif]-->
                <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" align="center" \
                style="width:100%;max-width:600px;">
                <tr>
                <td width="100%" valign="top" align="center" style="padding:8px 0;">\
                <a href="https://tiles.example/serve/tile/abcdefghijklmnop/1/click?send=*|CAMPAIGN_UID|*&amp;\
                userEmail=*|URL:EMAIL|*" style="text-decoration:none;">\
                <img
                 src="https://tiles.example/serve/tile/abcdefghijklmnop/1.png?send=*|CAMPAIGN_UID|*&amp;\
                userEmail=*|URL:EMAIL|*" width="600" alt="Recommended for you, item 1" border="0"
                 style="display:block;width:100%;max-width:600px;height:auto;border:0;text-decoration:none;\
                font-family:Arial,sans-serif;font-size:14px;line-height:20px;color:#333333;background-color:#ffffff;">\
                </a></td>
                </tr>
                </table>
                <!--[if mso]></td></tr></table><![endif]-->
                <!-- end Friday -->
                """, maker.make(campaign("Friday", CampaignType.AUTO, 1, "product-card"), query("service=mailchimp"))
                .html("&amp;"));
    }

    @Test
    void tilesThatFitStandInOneRow() {
        assertEquals(2, HtmlTags.named(snippet("service=mailchimp").html("&amp;"), "tr").size());
        assertEquals(3, HtmlTags.named(maker.make(campaign("n", CampaignType.AUTO, 3, "product-card"),
                query("service=mailchimp")).html("&amp;"), "tr").size());
    }

    @Test
    void ampersandsCanBeBare() {
        assertThat(snippet("service=mailchimp").html("&")).contains("|*&userEmail=").doesNotContain("&amp;");
    }

    @ParameterizedTest
    @CsvSource({"ROLLING", "MANUAL"})
    void onlyAutoCampaignsCarryTheSend(CampaignType type) {
        assertThat(maker.make(campaign("n", type, 3, "product-tile"), query("service=mailchimp")).html("&amp;"))
                .doesNotContain("send=");
    }

    @Test
    void unknownTagsAreShownAsUnknownAndTold() {
        Snippet snippet = snippet("service=heyloyalty");

        assertEquals(BASE + "1.png?userEmail=unknown", snippet.urls().getFirst().image());
        String told = "The userEmail tag of Heyloyalty is unknown: put your own in its place.";
        assertEquals(told, snippet.notes().getFirst());
        assertThat(snippet.remarks()).startsWith("<!-- " + told + " -->\n");
    }

    @ParameterizedTest
    @CsvSource({"Customer.io, Customer.io", "customer-io, Customer.io", "KEAP / infusionsoft, Keap / Infusionsoft",
        "keap-infusionsoft, Keap / Infusionsoft", "Salesforce Marketing Cloud Next, Salesforce Marketing Cloud Next"})
    void servicesAreFoundBySlugAndByName(String asked, String name) {
        assertEquals(name, SERVICES.named(asked).name());
    }

    @Test
    void hashesAreOfferedWhereTheServiceCanMakeThem() {
        assertEquals(BASE + "1.png?userEmailSha256=%%emailaddress_sha256%%",
                snippet("service=greenarrow-studio&identity=userEmailSha256").urls().getFirst().image());
        assertEquals(BASE + "1.png?send={{campaign.${dispatch_id}}}&userEmailMd5=unknown",
                snippet("service=braze&identity=useremailmd5").urls().getFirst().image());
        assertThatThrownBy(() -> snippet("service=mailchimp&identity=userEmailSha1"))
                .hasMessage("identity must be userEmail or customerId, since Mailchimp is not known to make this hash"
                        + " - was 'userEmailSha1'");
    }

    @Test
    void tokensStandInAFieldThatTheOperatorMakes() {
        assertEquals(BASE + "1.png?send=*|CAMPAIGN_UID|*&token=*|<MERGE FIELD>|*",
                snippet("service=mailchimp&identity=token").urls().getFirst().image());
        assertThat(snippet("service=mailchimp&identity=token").notes())
                .startsWith("Put the name of your own field in place of <MERGE FIELD>.")
                .anyMatch(note -> note.startsWith("Before each mailing make tokens for your recipients"));
        assertThat(snippet("service=klaviyo&identity=token").notes())
                .startsWith("The token tag of Klaviyo is unknown: put your own in its place.");
        assertEquals(BASE + "1.png?token={{ person|lookup:'inlay' }}", snippet(
                "service=klaviyo&identity=TOKEN&tokenTag={{ person|lookup:'inlay' }}").urls().getFirst().image());
    }

    @Test
    void campaignThatTakesTokensOnlyNamesItsReadersSo() {
        Campaign campaign = campaign("Friday", CampaignType.MANUAL, 1, "product-tile");
        ((ObjectNode) campaign.settings()).put("identity", "token");

        assertEquals(BASE + "1.png?token=[<customfield>]",
                maker.make(campaign, query("service=campaign-monitor")).urls().getFirst().image());
        assertThat(maker.make(campaign, query("service=campaign-monitor")).notes())
                .noneMatch(note -> note.contains("takes tokens only"));
        assertThat(maker.make(campaign, query("service=campaign-monitor&identity=userEmail")).notes())
                .anyMatch(note -> note.contains("takes tokens only"));
    }

    @Test
    void ownTagsArePutInRaw() {
        Snippet snippet = snippet("service=custom&emailTag=%7B%7Bx|f:%22a%22%7D%7D&sendTag=%3C%25=%20s%20%25%3E");

        assertEquals(BASE + "1.png?send=<%= s %>&userEmail={{x|f:\"a\"}}", snippet.urls().getFirst().image());
        assertThat(snippet.html("&amp;")).contains("src='" + BASE + "1.png?send=<%= s %>&amp;userEmail={{x|f:\"a\"}}'");
        assertEquals(snippet.urls().getFirst().image(), attributes(snippet.html("&amp;"), "img", "src").getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            identity=userEmail | service is required: one of mailchimp, klaviyo,
            service=nobody | service must be one of mailchimp, klaviyo,
            service=custom | emailTag is required for service custom
            service=custom&identity=customerId | customerIdTag is required for service custom
            service=custom&identity=token&emailTag=x | tokenTag is required for service custom
            service=rule&identity=name | identity must be one of userEmail, customerId, userEmailSha256,
            service=custom&emailTag=a%0Ab | emailTag must be a tag of at most 255 characters without line breaks
            """)
    void whatCannotBeMadeIsTold(String query, String message) {
        assertThatThrownBy(() -> snippet(query)).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @MethodSource("injectionStrings")
    void namesAndTagsStayInTheirPlace(String hostile) {
        Campaign campaign = campaign("Friday", CampaignType.AUTO, 2, "product-tile");
        MergeTags tags = new MergeTags(MailService.CUSTOM, IdentityParameter.USER_EMAIL, hostile, Optional.empty());

        String html = HtmlSnippet.of(hostile, TileUrls.of(maker.publicUrl(), campaign, tags, "&amp;"), 284);

        assertEquals(List.of("table", "tr", "td", "a", "img", "td", "a", "img"),
                HtmlTags.of(html).stream().map(Tag::name).toList());
        assertTrue(html.lines().findFirst().orElseThrow().matches("<!-- begin((?!--|[<>]).)* -->"), html);
        assertFalse(html.substring(4, html.indexOf("-->")).contains("--"));
    }

    private Snippet snippet(String query) {
        return maker.make(campaign("Friday", CampaignType.AUTO, 3, "product-tile"), query(query));
    }

    private static RawQuery query(String query) {
        return RawQuery.parse(query);
    }

    private static Campaign campaign(String name, CampaignType type, int slots, String template) {
        ObjectNode settings = Json.object().put("name", name).put("template", template);
        return new Campaign("abcdefghijklmnop", 1, type, Duration.ofDays(1), slots, 0, settings);
    }

    private static List<String> attributes(String html, String tag, String attribute) {
        return HtmlTags.named(html, tag).stream().map(found -> found.attributes().get(attribute)).toList();
    }

    private static List<String> urls(MailService service, String parameter, String tag) {
        return Stream.of("1.png", "2.png", "3.png").map(path -> BASE + path + query(service, parameter, tag)).toList();
    }

    private static List<String> clicks(MailService service, String parameter, String tag) {
        return Stream.of("1/click", "2/click", "3/click")
                .map(path -> BASE + path + query(service, parameter, tag)).toList();
    }

    private static String query(MailService service, String parameter, String tag) {
        String send = List.of("unknown", "none").contains(service.sendTag()) ? "" : "send=" + service.sendTag() + "&";
        return "?" + send + parameter + "=" + tag;
    }
}
