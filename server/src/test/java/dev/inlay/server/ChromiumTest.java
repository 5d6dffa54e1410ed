package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChromiumTest {
    @Test
    void whatGoesWrongInAPageIsSeen() {
        try (Chromium.Window window = Chromium.open(375, 700)) {
            window.page().setContent("<div style='width:900px'>wide</div><script>throw new Error('broken')</script>");

            assertThat(window.scrollsSideways()).isTrue();
            assertThat(window.problems()).anyMatch(problem -> problem.contains("broken"));
        }
    }
}
