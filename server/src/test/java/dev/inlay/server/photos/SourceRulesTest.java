package dev.inlay.server.photos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.server.Shared;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {
    private static final Map<String, String> NAMES = Map.of("shop.example", "93.184.215.14", "cdn.shop.example",
            "93.184.215.14",
            "localhost", "127.0.0.1", "localhost.", "127.0.0.1", "localtest.me", "127.0.0.1",
            "metadata.google.internal", "169.254.169.254");

    private final SourceRules strict = new SourceRules(false, SourceRulesTest::resolve);
    private final SourceRules open = new SourceRules(true, SourceRulesTest::resolve);

    @Test
    void everySpellingOfAnInternalAddressIsRefused() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(Shared.path("corpora/ssrf-urls/cases.jsonl"))) {
            JsonNode node = Json.mapper().readTree(line);
            boolean allowed = allows(strict, node.path("value").textValue());
            if (allowed != node.path("expect").textValue().startsWith("allow")) {
                wrong.add(line);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void hostThatIsCheckedIsTheOneThatABrowserAsks() throws IOException {
        List<String> wrong = new ArrayList<>();
        int accepted = 0;
        for (String line : Files.readAllLines(Shared.path("corpora/url-parsing/cases.jsonl"))) {
            JsonNode node = Json.mapper().readTree(line);
            Optional<WebUrl> url = WebUrl.parse(node.path("input").textValue());
            accepted += url.isPresent() ? 1 : 0;
            if (url.isPresent() && !url.get().host().equals(node.path("hostname").textValue())) {
                wrong.add(url.get() + " " + line);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(accepted).isGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8099/a.png", "http://localhost:8099/", "http://10.0.0.1/",
            "http://192.168.1.1/",
            "http://[::1]:8099/", "http://[fd12::1]/", "https://shop.example/"})
    void operatorCanOpenLoopbackAndPrivateAddresses(String url) {
        assertThat(allows(open, url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/", "http://[fe80::1]/", "http://metadata.google.internal/",
            "http://168.63.129.16/", "http://100.100.100.200/", "http://[fd00:ec2::254]/", "http://0.0.0.0/",
            "http://[::ffff:169.254.169.254]/", "http://[64:ff9b::a9fe:a9fe]/", "http://user@127.0.0.1/",
            "ftp://127.0.0.1/"})
    void linkLocalAndMetadataStayClosed(String url) {
        assertThat(allows(open, url)).isFalse();
    }

    @Test
    void oneBadAddressOfANameIsEnough() {
        SourceRules rules = new SourceRules(false, host -> new InetAddress[] {
                InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("10.0.0.1")});

        assertThat(allows(rules, "https://shop.example/")).isFalse();
    }

    private static boolean allows(SourceRules rules, String url) {
        return WebUrl.parse(url).map(rules::check).filter(SourceRules.Outcome.Allowed.class::isInstance).isPresent();
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        if (!NAMES.containsKey(host)) {
            throw new UnknownHostException();
        }
        return Set.of(InetAddress.ofLiteral(NAMES.get(host))).toArray(InetAddress[]::new);
    }
}
