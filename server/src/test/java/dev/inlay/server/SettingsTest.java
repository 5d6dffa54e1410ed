package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.bounds.CallLimits;
import dev.inlay.server.designs.DesignSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    @Test
    void defaultsAreThoseOfTheReadme() {
        Settings settings = Settings.load(folder, Map.of());

        assertEquals("0.0.0.0", settings.host());
        assertEquals(8080, settings.port());
        assertEquals(8081, settings.adminPort());
        assertEquals("http://localhost:8080", settings.publicUrl());
        assertEquals(Path.of("data"), settings.dataDir());
        assertThat(settings.database().url()).startsWith("jdbc:h2:file:").endsWith("/data/inlay"
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0");
        assertThat(settings.adminKey()).isEmpty();
        assertEquals(Path.of("data/secret"), settings.secretFile());
        assertThat(settings.allowPrivateSources()).isFalse();
        assertEquals(new CallLimits(6_000, 0, 0), settings.callLimits());
        assertEquals(new DesignSettings(Path.of("data/templates"), false, Path.of("data/fonts")), settings.designs());
    }

    @Test
    void everySettingIsReadAndTheEnvironmentWins() throws Exception {
        Files.writeString(folder.resolve("inlay.properties"), """
                INLAY_HOST=127.0.0.1
                INLAY_PORT=1
                INLAY_ADMIN_PORT=2
                INLAY_PUBLIC_URL=https://tiles.example/inlay/
                INLAY_DATA_DIR=/elsewhere
                INLAY_DATABASE_URL=jdbc:postgresql://db/inlay
                INLAY_ADMIN_KEY=0123456789abcdef0123456789abcdef
                INLAY_SECRET_FILE=/secrets/inlay
                INLAY_ALLOW_PRIVATE_SOURCES=true
                INLAY_LIMIT_PER_TRACKING_USER=0
                INLAY_LIMIT_PER_WEBSITE=300000
                INLAY_LIMIT_PER_ADDRESS=6000
                INLAY_TEMPLATES_RELOAD=true
                """);
        Path templates = Files.createDirectory(folder.resolve("designs"));
        Path fonts = Files.createDirectory(folder.resolve("type"));

        Settings settings = Settings.load(folder, Map.of("INLAY_PORT", "3", "INLAY_HOST", " ",
                "INLAY_TEMPLATES_DIR", templates.toString(), "INLAY_FONTS_DIR", fonts.toString()));

        assertEquals("127.0.0.1", settings.host());
        assertEquals(3, settings.port());
        assertEquals(2, settings.adminPort());
        assertEquals("https://tiles.example/inlay", settings.publicUrl());
        assertEquals(Path.of("/elsewhere"), settings.dataDir());
        assertEquals("jdbc:postgresql://db/inlay", settings.database().url());
        assertThat(settings.adminKey()).contains("0123456789abcdef0123456789abcdef");
        assertEquals(Path.of("/secrets/inlay"), settings.secretFile());
        assertThat(settings.allowPrivateSources()).isTrue();
        assertEquals(new CallLimits(0, 300_000, 6_000), settings.callLimits());
        assertEquals(new DesignSettings(templates, true, fonts), settings.designs());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INLAY_PORT | eighty | must be 0 to 65535 - was 'eighty'
            INLAY_PORT | 65536 | must be 0 to 65535 - was '65536'
            INLAY_ADMIN_PORT | 8080 | must differ from INLAY_PORT - was '8080'
            INLAY_ADMIN_PORT | -1 | must be 0 to 65535 - was '-1'
            INLAY_PUBLIC_URL | ftp://x | must be an http or https URL without query - was 'ftp://x'
            INLAY_PUBLIC_URL | https://a.b/?c=d | must be an http or https URL without query - was 'https://a.b/?c=d'
            INLAY_DATABASE_URL | jdbc:mysql://x | must start with jdbc:h2: or jdbc:postgresql: - was 'jdbc:mysql://x'
            INLAY_ADMIN_KEY | short | must have at least 32 characters - has 5
            INLAY_ALLOW_PRIVATE_SOURCES | yes | must be true or false - was 'yes'
            INLAY_LIMIT_PER_TRACKING_USER | -1 | must be 0 to 999999999 - was '-1'
            INLAY_LIMIT_PER_WEBSITE | 1e6 | must be 0 to 999999999 - was '1e6'
            INLAY_LIMIT_PER_ADDRESS | 1000000000 | must be 0 to 999999999 - was '1000000000'
            INLAY_TEMPLATES_DIR | /no/such/folder | must be a folder - was '/no/such/folder'
            INLAY_TEMPLATES_RELOAD | 1 | must be true or false - was '1'
            INLAY_FONTS_DIR | /no/such/folder | must be a folder - was '/no/such/folder'
            """)
    void everyLimitIsRefused(String name, String value, String problem) {
        assertThatThrownBy(() -> Settings.load(folder, Map.of(name, value))).hasMessage(name + " " + problem);
    }

    @Test
    void demoTakesHostAndPortOfTheOperatorAndNothingElse() throws Exception {
        Files.writeString(folder.resolve("inlay.properties"), """
                INLAY_PORT=1
                INLAY_PUBLIC_URL=https://tiles.example
                INLAY_DATA_DIR=/elsewhere
                INLAY_DATABASE_URL=jdbc:postgresql://db/inlay
                INLAY_SECRET_FILE=/secrets/inlay
                """);

        Settings settings = Settings.forDemo(folder, Map.of("INLAY_DEMO_PORT", "8091", "INLAY_HOST", "192.0.2.7"),
                Path.of("/tmp/demo"), KEY);

        assertEquals("192.0.2.7", settings.host());
        assertEquals(8091, settings.port());
        assertEquals(0, settings.adminPort());
        assertEquals("http://192.0.2.7:8091", settings.publicUrl());
        assertEquals(Path.of("/tmp/demo"), settings.dataDir());
        assertThat(settings.database().url()).startsWith("jdbc:h2:file:/tmp/demo/");
        assertThat(settings.adminKey()).contains(KEY);
        assertEquals(Path.of("/tmp/demo/secret"), settings.secretFile());
        assertThat(settings.allowPrivateSources()).isTrue();
    }

    @Test
    void demoReadsTheTemplatesAgainThatSomebodyWorksOn() throws Exception {
        Path templates = Files.createDirectory(folder.resolve("designs"));
        Files.writeString(folder.resolve("inlay.properties"), "INLAY_TEMPLATES_DIR=/elsewhere\n");

        Settings settings = Settings.forDemo(folder, Map.of("INLAY_TEMPLATES_DIR", templates.toString()),
                Path.of("/tmp/demo"), KEY);

        assertEquals(new DesignSettings(templates, true, Path.of("/tmp/demo/fonts")), settings.designs());
    }

    @Test
    void demoInTheFolderOfAServerIsNotOpenToTheNetwork() throws Exception {
        Files.writeString(folder.resolve("inlay.properties"), "INLAY_HOST=0.0.0.0\nINLAY_DEMO_PORT=8092\n");

        Settings settings = Settings.forDemo(folder, Map.of("INLAY_HOST", " "), Path.of("/tmp/demo"), KEY);

        assertEquals("127.0.0.1", settings.host());
        assertEquals(8092, settings.port());
    }

    @Test
    void demoStaysOnTheLoopbackAddressUnlessToldOtherwise() {
        Settings settings = Settings.forDemo(folder, Map.of(), Path.of("/tmp/demo"), KEY);

        assertEquals("127.0.0.1", settings.host());
        assertEquals("http://localhost:8090", settings.publicUrl());
    }

    @Test
    void misspeltSettingInTheFileIsTold() throws Exception {
        Files.writeString(folder.resolve("inlay.properties"), "INLAY_PROT=80");

        assertThatThrownBy(() -> Settings.load(folder, Map.of()))
                .hasMessage("inlay.properties must hold known settings only - was 'INLAY_PROT'");
    }
}
