package dev.inlay.server.recoms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.server.Shared;
import dev.inlay.server.bounds.CallLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a body holds and wherever, the answer is one of the promised ones. */
class HostileRecomsTest {
    /** Larger ones are refused by their size. */
    private static final int MAX_LENGTH = 60_000;

    private static RecomsShop shop;

    /** A case of the suite. */
    record Case(String name, String expect, byte[] json) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void open(@TempDir Path folder) {
        shop = new RecomsShop(folder, CallLimits.DEFAULTS);
        shop.put(RecomsShop.product("boots"));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    static Stream<Case> cases() throws IOException {
        Path suite = Shared.path("corpora/json-parsing");
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(suite.resolve("manifest.tsv")).stream().skip(1).toList()) {
            String[] fields = line.split("\t", -1);
            byte[] json = Files.readAllBytes(suite.resolve(fields[0]));
            if (json.length < MAX_LENGTH) {
                cases.add(new Case(fields[0], fields[3], json));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void wholeBodyIsRefused(Case json) {
        assertThat(shop.send("POST", json.json()).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anythingInARequestCostsAtMostItsOwnAnswer(Case json) {
        for (String request : List.of("%s", "{\"count\":%s}", "{\"fields\":%s}", "{\"sources\":%s}",
                "{\"sources\":[%s]}", "{\"context\":%s}", "{\"context\":{\"productNumbers\":%s}}",
                "{\"sources\":[{\"type\":\"TOP\",\"filters\":%s}]}",
                "{\"sources\":[{\"type\":\"TOP\",\"filters\":{\"hierarchies\":%s}}]}",
                "{\"sources\":[{\"type\":\"TOP\",\"filters\":{\"brand\":{\"$in\":%s}}}]}",
                "{\"sources\":[{\"type\":\"TOP\",\"filters\":{\"price\":\"$price\"}}],\"context\":{\"price\":%s}}")) {
            int status = shop.send("POST", body(request, json.json())).statusCode();

            assertThat(status).as(request).isIn(json.expect().equals("accept") ? List.of(200) : List.of(200, 400));
        }
    }

    private static byte[] body(String request, byte[] json) {
        String[] around = ("{\"websiteUuid\":\"" + shop.website.uuid() + "\",\"requests\":[" + request
                + ",{\"sources\":[{\"type\":\"TOP\"}]}]}").split("%s", 2);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(around[0].getBytes(StandardCharsets.UTF_8));
        body.writeBytes(json);
        body.writeBytes(around[1].getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
