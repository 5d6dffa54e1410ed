package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowMemoryTest {
    private static final int LIMIT = 100_000;

    @Test
    void theOldestRowsAreForgotten() {
        RowMemory memory = new RowMemory(LIMIT);
        String half = "x".repeat(LIMIT / 2);

        memory.keep("1", Map.of("title", List.of("small")));
        memory.keep("2", Map.of("title", List.of(half)));
        memory.keep("3", Map.of("title", List.of(half)));

        assertThat(memory.find("1")).isEmpty();
        assertThat(memory.find("2")).isEmpty();
        assertThat(memory.find("3")).isPresent();
        assertThat(memory.hasForgotten()).isTrue();
    }

    @Test
    void rowThatIsKeptAgainTakesThePlaceOfTheFirst() {
        RowMemory memory = new RowMemory(LIMIT);
        String third = "x".repeat(LIMIT / 3);

        for (int i = 0; i < 5; i++) {
            memory.keep("1", Map.of("title", List.of(third)));
            memory.keep("2", Map.of("title", List.of(third + i)));
        }

        assertThat(memory.hasForgotten()).isFalse();
        assertThat(memory.find("1")).isPresent();
        assertThat(memory.find("2")).contains(Map.of("title", List.of(third + 4)));
    }
}
