package dev.inlay.server.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens for single people and for lists, over a real socket. */
class TokenServiceTest {
    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static String website;
    private static String campaign;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        website = "/api/websites/" + desk.website("Daybird");
        campaign = website + "/campaigns/" + desk.api("POST", website + "/campaigns",
                Json.object().put("name", "Letter").put("identity", "token")).get("id").asText();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void tokensComeInTheOrderOfTheRecipients() {
        List<String> tokens = tokens("{'userEmail':'anna@example.test'}", "{'customerId':'C-1'}", "{'customerId':7}",
                "{'userEmail':'Anna <ANNA@example.test>'}", "{'customerId':'7','userEmail':'anna@example.test'}");

        assertThat(tokens).hasSize(5).allMatch(token -> token.matches("[A-Za-z0-9_-]{72}"));
        assertEquals(tokens.get(0), tokens.get(3));
        assertEquals(tokens.get(2), tokens.get(4));
        assertThat(tokens.stream().distinct()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "{} | recipients[1] must have customerId or userEmail",
        "{'userEmail':null} | recipients[1] must have customerId or userEmail",
        "{'userEmail':'anna@'} | recipients[1].userEmail must be an address - was a value that is not repeated here",
        "{'userEmail':'[email]'} | recipients[1].userEmail must be an address - was '[email]'",
        "{'customerId':''} | recipients[1].customerId must be a customer id of 1 to 255 characters - was ''",
        "{'customerId':true} | recipients[1].customerId must be a string - was 'true'",
        "'anna' | recipients[1] must be an object - was '\"\"anna\"\"'"
    })
    void badRecipientIsNamedByItsPlace(String recipient, String message) {
        HttpResponse<String> answer = post("application/json", body("{'customerId':'1'}", recipient));

        assertEquals(400, answer.statusCode());
        assertEquals(message.replace("\"\"", "\""), message(answer));
    }

    @Test
    void tooManyRecipientsAreRefused() {
        String many = body(IntStream.rangeClosed(0, 10_000).mapToObj(id -> "{'customerId':" + id + "}")
                .toArray(String[]::new));

        assertEquals("recipients must have at most 10000 entries - was '10001'",
                message(post("application/json", many)));
        assertEquals("recipients is required", message(post("application/json", "{}")));
    }

    @Test
    void listComesBackWithTokens() {
        List<String> tokens = tokens("{'userEmail':'anna@example.test'}", "{'customerId':'C-1'}");

        assertEquals(lines("Name,E-Mail,token", "Anna,anna@example.test," + tokens.get(0), "Nobody,,",
                        "Tag,*|EMAIL|*,"),
                list("Name,E-Mail\nAnna,anna@example.test\nNobody,\nTag,*|EMAIL|*\n"));
        assertEquals(lines("customer_id;email;token", "C-1;anna@example.test;" + tokens.get(1),
                        ";anna@example.test;" + tokens.get(0)),
                list("customer_id;email\r\nC-1;anna@example.test\r\n;anna@example.test\r\n"));
        assertEquals(lines("Customer ID\ttoken", "C-1\t" + tokens.get(1)), list("Customer ID\t\n C-1 \n")
                .replace("\t\t", "\t").replace(" C-1 ", "C-1"));
    }

    @Test
    void columnTokenThatIsThereIsFilled() {
        String token = tokens("{'customerId':'C-1'}").getFirst();

        assertEquals(lines("token,customerId,x", token + ",C-1,2"), list("token,customerId,x\nold,C-1,2\n"));
    }

    @Test
    void cellsOfTheOperatorComeBackAsTheyCame() {
        String token = tokens("{'customerId':'=1+2'}").getFirst();
        List<String> cells = List.of("=1+2", "+49 30 1", "-3", "@SUM(A1)", "\"a \"\"quoted\"\", cell\"",
                "\"two\nlines\"", "'x", "  blanks  ", "007", "1.10", "<script>", "😀", "a;b", "\u0000", "");
        String names = IntStream.range(1, cells.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        String answer = list("customerId," + names + "\n" + String.join(",", cells) + "\n");

        assertEquals("customerId," + names + ",token\r\n" + String.join(",", cells) + "," + token + "\r\n", answer);
    }

    @Test
    void shortRowsAreFilledAndEmptyCellsTooManyAreDropped() {
        String token = tokens("{'customerId':'1'}").getFirst();

        assertEquals(lines("customerId,a,b,token", "1,,," + token, "1,x,," + token, ",,,"),
                list("customerId,a,b\n1\n\n1,x,,,,\n,\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void everyEncodingOfASpreadsheetIsRead(String name) {
        String token = tokens("{'customerId':'Käufer'}").getFirst();
        String text = (name.startsWith("U") ? "\uFEFF" : "") + "customerId;Ort\nKäufer;Köln\n";

        HttpResponse<String> answer = send("text/csv", text.getBytes(Charset.forName(name)));

        assertEquals("text/csv; charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals((name.startsWith("U") ? "\uFEFF" : "") + lines("customerId;Ort;token", "Käufer;Köln;" + token),
                answer.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "name,city\\nA,B | the first row must name the columns, one of them email or customerId",
        "anna@example.test\\nbob@example.test | the first row must name the columns, one of them email or customerId",
        "`` | the first row must name the columns, one of them email or customerId",
        "email,x\\na@b.example,1\\na@b.example,1,2 | row 3 has 3 cells, the first row names 2",
        "email\\n\"never ends | after row 1 a row is larger than 1 MB, or a quoted cell never ends"
    })
    void whatIsNoListIsRefused(String text, String message) {
        HttpResponse<String> answer = post("text/csv", text.replace("\\n", "\n"));

        assertEquals(400, answer.statusCode());
        assertEquals(message, message(answer));
    }

    @Test
    void manyRowsComeBackInOrder() {
        int rows = 50_000;
        String text = IntStream.range(0, rows).mapToObj(i -> "person" + i + "@example.test," + i)
                .collect(Collectors.joining("\n", "email,n\n", "\n"));

        List<String> answer = list(text).lines().toList();

        assertEquals(rows + 1, answer.size());
        assertThat(answer.get(rows)).startsWith("person49999@example.test,49999,A");
        assertEquals(rows, answer.stream().skip(1).map(line -> line.split(",")[2]).distinct().count());
    }

    @Test
    void nothingOfAListStaysInTheDataFolder() throws Exception {
        list("email\nzelda.listed@example.test\n");

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("zelda.listed");
            }
        }
        try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith("list"));
        }
    }

    @Test
    void newKeyMakesOtherTokensAndListsTellTheLiveOnes() {
        String shop = "/api/websites/" + desk.website("Rotating");
        String letter = shop + "/campaigns/"
                + desk.api("POST", shop + "/campaigns", Json.object().put("name", "x")).get("id").asText() + "/tokens";
        ObjectNode anna = Json.parseObject(body("{'userEmail':'anna@example.test'}").getBytes());
        JsonNode before = desk.api("POST", letter, anna);
        assertEquals("{\"newest\":1,\"live\":[1]}", desk.api("GET", shop + "/tokenKeys").toString());

        assertEquals("{\"newest\":2,\"live\":[2,1]}", desk.api("POST", shop + "/tokenKeys").toString());

        assertEquals("{\"newest\":2,\"live\":[2,1]}", desk.api("GET", shop + "/tokenKeys").toString());
        assertNotEquals(before, desk.api("POST", letter, anna));
    }

    @ParameterizedTest
    @CsvSource({"POST, tokens, read, 403", "POST, tokens, ingest, 403", "POST, tokens, admin, 200",
        "GET, tokens, admin, 405", "POST, keys, read, 403", "POST, keys, ingest, 403", "GET, keys, read, 200",
        "DELETE, keys, admin, 405"})
    void onlyAdminMakesTokensAndKeys(String method, String what, String scope, int status) {
        String key = desk.api("POST", website + "/keys", Json.object().put("scope", scope)).get("key").asText();
        String path = what.equals("tokens") ? campaign + "/tokens" : website + "/tokenKeys";

        assertEquals(status, desk.send(HttpRequest.newBuilder(URI.create(desk.url(path)))
                .header("Authorization", "Bearer " + key)
                .method(method, BodyPublishers.ofString("{\"recipients\":[]}")).build()).statusCode());
    }

    private static List<String> tokens(String... recipients) {
        HttpResponse<String> answer = post("application/json", body(recipients));
        assertEquals(200, answer.statusCode(), answer.body());
        ArrayNode tokens = (ArrayNode) Json.parseObject(answer.body().getBytes()).get("tokens");
        return tokens.valueStream().map(JsonNode::textValue).toList();
    }

    private static String body(String... recipients) {
        return ("{'recipients':[" + String.join(",", recipients) + "]}").replace('\'', '"');
    }

    private static String list(String text) {
        HttpResponse<String> answer = post("text/csv; charset=utf-8", text);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static HttpResponse<String> post(String type, String body) {
        return send(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(String type, byte[] body) {
        return desk.send(HttpRequest.newBuilder(URI.create(desk.url(campaign + "/tokens")))
                .header("Authorization", "Bearer " + ConsoleDesk.KEY).header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)).build());
    }

    private static String message(HttpResponse<String> answer) {
        return Json.parseObject(answer.body().getBytes()).get("message").textValue();
    }
}
