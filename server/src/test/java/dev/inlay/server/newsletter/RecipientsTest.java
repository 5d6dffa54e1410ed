package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.server.http.RawQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a query means, however a mail service spells it. */
class RecipientsTest extends SharedShop {
    private static final String TAGGED = "anna+news@example.com";

    private static Campaign campaign;

    @BeforeAll
    static void open() {
        shop.products(9);
        campaign = shop.campaign("'slots':1,'defaultProducts':['p9']");
        shop.view(shop.shopper(TAGGED), "p3");
        shop.view(shop.customer("A b+C"), "p5");
        shop.view(shop.customer("A b C"), "p6");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "userEmail=anna+news@example.com",
        "userEmail=anna%2Bnews@example.com",
        "userEmail=anna%2bnews%40example.com",
        "userEmail=anna%20news@example.com",
        "userEmail=anna%252Bnews%2540example.com",
        "userEmail=anna%25252Bnews%252540example.com",
        "userEmail=ANNA%2BNews@EXAMPLE.com",
        "userEmail=%20anna%2Bnews@example.com%20",
        "userEmail=+anna%2Bnews@example.com+",
        "userEmail=mailto:anna%2Bnews@example.com",
        "userEmail=%3Canna+news@example.com%3E",
        "userEmail=<anna+news@example.com>",
        "userEmail=Anna%20Smith%20%3Canna%2Bnews@example.com%3E",
        "userEmail=%22anna+news@example.com%22",
        "userEmail=anna+news@example.com,",
        "userEmail=anna+news@example.com.",
        "useremail=anna+news@example.com",
        "USEREMAIL=anna+news@example.com",
        "amp;userEmail=anna+news@example.com",
        "amp;amp;userEmail=anna+news@example.com",
        "user%45mail=anna+news@example.com",
        "userEmail=&userEmail=anna+news@example.com",
        "userEmail=*|EMAIL|*&userEmail=anna+news@example.com",
        "userEmail=%%emailaddr%%&userEmail=anna+news@example.com&userEmail=other@example.com",
        "customerId=&userEmail=anna+news@example.com",
        "customerId={{%20person.id%20}}&userEmail=anna+news@example.com",
        "token=[token]&userEmail=anna+news@example.com",
        "utm_source=x&mc_eid=1&_kx=2&userEmail=anna+news@example.com&utm_medium=y",
        "&&&userEmail=anna+news@example.com&"
    })
    void everySpellingOfAnAddressMeansTheSamePerson(String query) {
        assertThat(shop.click(campaign, 1, "send=1&" + query)).as(query).endsWith("/p3");
    }

    @Test
    void digestsOfTheAddressMeanTheSamePerson() throws Exception {
        for (String digest : new String[] {"SHA-256", "SHA-1", "MD5"}) {
            String hex = HexFormat.of().formatHex(MessageDigest.getInstance(digest)
                    .digest(TAGGED.getBytes(StandardCharsets.UTF_8)));
            String name = "userEmail" + digest.replace("SHA-", "Sha").replace("MD", "Md");

            assertThat(shop.click(campaign, 1, "send=1&" + name + "=" + hex)).as(digest).endsWith("/p3");
            assertThat(shop.click(campaign, 1, "send=2&" + name + "=" + hex.toUpperCase())).as(digest).endsWith("/p3");
        }
    }

    @Test
    void customerIdIsTriedWithItsPlusSignFirst() {
        assertThat(shop.click(campaign, 1, "send=1&customerId=A%20b+C")).endsWith("/p5");
        assertThat(shop.click(campaign, 1, "send=1&customerId=A+b+C")).endsWith("/p6");
        assertThat(shop.click(campaign, 1, "send=1&customerId=A%20b%20C")).endsWith("/p6");
        assertThat(shop.click(campaign, 1, "send=2&customerId=A+b%2BC")).as("form encoded").endsWith("/p5");
        assertThat(shop.click(campaign, 1, "send=1&customerId=A%20b%20c")).endsWith("/p9");
    }

    @Test
    void tokenWinsOverCustomerAndCustomerOverAddress() {
        assertThat(shop.click(campaign, 1, "send=1&userEmail=" + TAGGED + "&customerId=A%20b%20C")).endsWith("/p6");
        assertThat(shop.click(campaign, 1, "send=1&userEmail=" + TAGGED + "&token=forged")).endsWith("/p9");
    }

    @Test
    void campaignWithTokensTakesNothingElse() {
        Campaign tokens = shop.campaign("'slots':1,'identity':'token','defaultProducts':['p9']");

        assertThat(shop.click(tokens, 1, "userEmail=" + TAGGED)).endsWith("/p9");
        assertThat(shop.click(tokens, 1, "customerId=A%20b%20C")).endsWith("/p9");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "userEmail=", "userEmail=%20", "userEmail=null", "userEmail=undefined", "userEmail=*|EMAIL|*",
        "userEmail=%%emailaddr%%", "userEmail={{ person.email }}", "userEmail={{%20person.email%20}}",
                "userEmail=[email]",
        "userEmail=[[contact.email]]", "userEmail={$email}", "userEmail=%EMAIL%", "userEmail=~Contact.Email~",
        "userEmail=$SUBSCRIBER.EMAIL$", "userEmail=@EMAIL@", "userEmail=<%= recipient.email %>", "userEmail=-email-",
        "userEmail=%257B%257B%2520email%2520%257D%257D", "userEmail=anna", "userEmail=@example.com", "userEmail=anna@",
        "userEmailSha256=abc", "userEmailMd5=zz", "customerId=%00", "customerId=a%0d%0ab"
    })
    void whatNamesNobodyGetsTheAnonymousProducts(String query) {
        assertThat(shop.click(campaign, 1, "send=7&" + query.replace(" ", "%20"))).as(query).endsWith("/p9");
    }

    @Test
    void placeholdersAreOneAnonymousRecipientAndNeverAPerson() {
        String none = lock("");

        assertThat(lock("userEmail=*|EMAIL|*")).isEqualTo(none);
        assertThat(lock("userEmail=nobody-in-particular")).isEqualTo(none);
        assertThat(lock("userEmail=stranger@example.com")).isNotEqualTo(none);
    }

    private static String lock(String query) {
        Mailing mailing = new Mailing(shop.website, campaign, CampaignSettings.from(campaign.settings()),
                shop.templates.find("product-tile").orElseThrow());
        return HexFormat.of().formatHex(new RecipientParser(shop.personalData, shop.tokens)
                .parse(RawQuery.parse(query), mailing).lockKey(shop.personalData));
    }
}
