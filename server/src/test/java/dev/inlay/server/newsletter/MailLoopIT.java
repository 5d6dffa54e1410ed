package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.server.Mailbox;
import dev.inlay.server.http.Json;
import dev.inlay.server.snippet.EverySnippet;
import dev.inlay.server.snippet.HtmlTags;
import dev.inlay.server.snippet.IdentityParameter;
import dev.inlay.server.snippet.MergedSnippet;
import dev.inlay.server.snippet.Snippet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole way of a newsletter, for every mail service and identity: snippet, merge tags replaced as the service
 * would, mail, picture as five mail programs fetch it, click. All lead to one product.
 */
class MailLoopIT extends SharedShop {
    private static final String ADDRESS = "anna+news@example.test";
    private static final String CUSTOMER = "Kunde 55+18";
    private static final String SHELF = "https://shop.example/p/";
    private static final List<String> ENCODINGS = List.of("quoted-printable", "base64", "8bit");
    private static final List<String> MAIL_PROGRAMS = List.of(
            "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
            "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html",
            "Mozilla/5.0",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.0.0 Safari/537.36 "
                    + "FastmailUA/1.0",
            "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Microsoft Outlook 16.0.17928; ms-office; "
                    + "MSOffice 16)");

    private static final Map<String, byte[]> TILES = new HashMap<>();
    private static Campaign campaign;
    private static String authorization;
    private static Mailbox mailbox;
    private static int mails;

    static List<Snippet> snippets() {
        return EverySnippet.of(campaign);
    }

    @BeforeAll
    static void open() {
        shop.products(8);
        campaign = shop.campaign("'slots':2");
        TrackingUserId anna = shop.shopper(ADDRESS);
        shop.view(anna, "p4");
        shop.view(shop.customer(CUSTOMER), "p6");
        authorization = "Authorization: Bearer " + shop.key(Scope.READ);
        shop.newsletter.warmUp();
        mailbox = new Mailbox();
    }

    @AfterAll
    static void close() {
        mailbox.close();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void pictureAndClickOfAReplacedTagShowTheReadersOwnProduct(Snippet snippet) throws Exception {
        String value = value(snippet.tags().identity());
        for (String inserted : List.of(value, URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"))) {
            String send = "w" + ++mails;
            List<String> shown = open(MergedSnippet.of(snippet, inserted, send));

            assertThat(shown).isEqualTo(explained(snippet, send))
                    .startsWith(snippet.tags().identity() == IdentityParameter.CUSTOMER_ID ? "p6" : "p4");
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void anUnreplacedTagShowsWhatEverybodySees(Snippet snippet) throws Exception {
        String slots = "/serve/tile/" + campaign.id() + "/";
        List<String> everybodys = List.of(click(slots + "1/click"), click(slots + "2/click"));

        assertThat(open(snippet.html("&amp;"))).isEqualTo(everybodys);
    }

    /** Sends {@code html} as a mail, opens and clicks it, and returns the products that its pictures showed. */
    private static List<String> open(String html) throws Exception {
        String mail = mailbox.deliver(html, ENCODINGS.get(mails % ENCODINGS.size()));
        List<HtmlTags.Tag> images = HtmlTags.named(mail, "img");
        List<HtmlTags.Tag> links = HtmlTags.named(mail, "a");
        List<String> shown = new ArrayList<>();
        for (int slot = 0; slot < images.size(); slot++) {
            byte[] picture = picture(target(images.get(slot).attributes().get("src")));
            String product = click(target(links.get(slot).attributes().get("href")));
            assertThat(picture).as(product).isEqualTo(tileOf(product));
            shown.add(product);
        }
        return shown;
    }

    private static byte[] picture(String target) {
        byte[] first = tile(target, MAIL_PROGRAMS.getFirst());
        for (String program : MAIL_PROGRAMS) {
            assertThat(tile(target, program)).as(program).isEqualTo(first);
        }
        return first;
    }

    private static byte[] tile(String target, String program) {
        RawClient.Answer answer = patiently(target, program, RawClient.Answer::isTile);
        assertThat(answer.status()).as(target).isEqualTo(200);
        assertThat(answer.isTile()).as(target).isTrue();
        return answer.body();
    }

    private static String click(String target) {
        RawClient.Answer answer = patiently(target, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0",
                click -> click.header("Location").startsWith(SHELF));
        assertThat(answer.status()).as(target).isEqualTo(302);
        assertThat(answer.header("Location")).as(target).startsWith(SHELF).doesNotContain("@", "example.test");
        return answer.header("Location").replaceFirst("#.*", "").substring(SHELF.length());
    }

    /** A machine that is busy with other tests may answer with a neutral picture or the shop's home at first. */
    private static RawClient.Answer patiently(String target, String program, Predicate<RawClient.Answer> isRight) {
        RawClient.Answer answer = shop.client.get(target, "User-Agent: " + program);
        for (int i = 0; i < 20 && !isRight.test(answer); i++) {
            answer = shop.client.get(target, "User-Agent: " + program);
        }
        return answer;
    }

    /** The picture of {@code product} as the operator sees it. */
    private static byte[] tileOf(String product) {
        return TILES.computeIfAbsent(product, number -> shop.client.get(
                shop.api("/products/" + number + "/tile.png?template=product-tile"), authorization).body());
    }

    /** The products that the operator is told to be locked for the reader. */
    private static List<String> explained(Snippet snippet, String send) throws Exception {
        IdentityParameter identity = snippet.tags().identity();
        ObjectNode question = Json.object().put(identity.wireName(), value(identity));
        snippet.tags().sendTag().ifPresent(tag -> question.put("send", send));
        RawClient.Answer answer = shop.client.send("POST", shop.api("/campaigns/" + campaign.id() + "/explain"),
                question.toString(), authorization, "Content-Type: application/json");
        List<String> numbers = new ArrayList<>();
        for (JsonNode slot : Json.parseObject(answer.body()).get("slots")) {
            assertThat(slot.get("locked").booleanValue()).isTrue();
            numbers.add(slot.get("productNumber").textValue());
        }
        return numbers;
    }

    /** What a mail program asks for: the address as a browser writes it, from its path on and without its fragment. */
    private static String target(String url) {
        String path = url.substring(EverySnippet.HOST.length()).replaceFirst("#.*", "");
        return path.codePoints().mapToObj(Character::toString)
                .map(one -> one.matches("[ \"<>']|[^\\x21-\\x7e]") ? percentEncoded(one) : one)
                .reduce("", String::concat);
    }

    private static String percentEncoded(String character) {
        return URLEncoder.encode(character, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String value(IdentityParameter identity) throws Exception {
        return switch (identity) {
            case USER_EMAIL -> ADDRESS;
            case CUSTOMER_ID -> CUSTOMER;
            case USER_EMAIL_SHA256 -> digest("SHA-256");
            case USER_EMAIL_SHA1 -> digest("SHA-1");
            case USER_EMAIL_MD5 -> digest("MD5");
            case TOKEN -> shop.token(campaign, ADDRESS);
        };
    }

    private static String digest(String algorithm) throws Exception {
        return HexFormat.of().formatHex(
                MessageDigest.getInstance(algorithm).digest(ADDRESS.getBytes(StandardCharsets.UTF_8)));
    }
}
