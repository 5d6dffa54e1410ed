package dev.inlay.server.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.server.http.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenApiServiceTest extends ManagementTest {
    @Test
    void descriptionIsOpenApi3AndNamesWhatIsNotThereYet() {
        HttpResponse<String> answer = server.send("GET", "/openapi", "");

        JsonNode api = Json.parseObject(answer.body().getBytes(StandardCharsets.UTF_8));
        assertThat(api.path("openapi").textValue()).startsWith("3.0.");
        assertThat(api.path("x-not-there-yet")).isNotEmpty();
        assertEquals(Optional.of("application/json"), answer.headers().firstValue("Content-Type"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode api = Json.parseObject(server.send("GET", "/openapi", "").body().getBytes(StandardCharsets.UTF_8));

        for (JsonNode reference : api.findValues("$ref")) {
            assertThat(api.at(reference.textValue().substring(1)).isObject()).as(reference.textValue()).isTrue();
        }
    }

    @Test
    void headAndOtherMethodsAreAnswered() {
        assertEquals(200, server.send("HEAD", "/openapi", "").statusCode());
        assertEquals(problem("method must be GET, HEAD"), server.send("POST", "/openapi", "").body());
    }
}
