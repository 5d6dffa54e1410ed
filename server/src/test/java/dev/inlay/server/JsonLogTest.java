package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.StoreException;
import dev.inlay.server.http.Json;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLogTest {
    @Test
    void lineIsOneJsonObject() throws Exception {
        String line = format("two\nlines \u001b[31m \"quoted\"", null);

        assertThat(line).endsWith("\n").hasLineCount(1);
        assertEquals("two\nlines \u001b[31m \"quoted\"", Json.mapper().readTree(line).get("message").textValue());
    }

    @Test
    void addressesAndQueriesAreLeftOut() throws Exception {
        String message = message("opening /serve/tile/c/1.png?userEmail=anna%40shop.example "
                + "for Anna <anna@shop.example>, key=bert%40shop.example");

        assertEquals("opening /serve/tile/c/1.png for Anna <(redacted)>, key=(redacted)", message);
    }

    @Test
    void foreignExceptionIsNamedWithoutItsMessage() throws Exception {
        String line = format("failed",
                new IllegalStateException("row: (secret)", new StoreException("the store is away")));

        assertThat(line).contains("java.lang.IllegalStateException").contains("StoreException: the store is away")
                .contains("JsonLogTest").doesNotContain("secret");
    }

    private static String message(String text) throws Exception {
        JsonNode line = Json.mapper().readTree(format(text, null));
        return line.get("message").textValue();
    }

    private static String format(String text, Throwable thrown) {
        LogRecord record = new LogRecord(Level.INFO, text);
        record.setLoggerName("dev.inlay.test");
        record.setThrown(thrown);
        return new JsonLog().format(record);
    }
}
