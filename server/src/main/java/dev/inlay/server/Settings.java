package dev.inlay.server;

import dev.inlay.db.DatabaseSettings;
import dev.inlay.server.bounds.CallLimits;
import dev.inlay.server.designs.DesignSettings;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The settings of a node (contract 7): from {@code inlay.properties}, overridden by the environment, each under the
 * same name. A wrong one stops the start.
 *
 * @param port of the public listener; 0 = any free one
 * @param adminPort of the admin listener on the loopback address; 0 = any free one
 * @param publicUrl what snippets and the SDK point at; without trailing slash
 * @param dataDir embedded store, secret, photos, coded tiles
 * @param adminKey the installation key; empty = made at first start
 * @param allowPrivateSources whether feeds and photos may come from loopback and private addresses
 * @param callLimits how often one caller may call what is public, but for pictures and clicks
 * @param designs where the operator's own templates and fonts lie
 */
public record Settings(String host, int port, int adminPort, String publicUrl, Path dataDir, DatabaseSettings database,
        Optional<String> adminKey, Path secretFile, boolean allowPrivateSources,
        CallLimits callLimits, DesignSettings designs) {
    private static final String FILE = "inlay.properties";
    private static final int MIN_KEY_LENGTH = 32;
    private static final String LOOPBACK = "127.0.0.1";
    private static final int DEMO_PORT = 8090;
    private static final Set<String> NAMES = Set.of("INLAY_HOST", "INLAY_PORT", "INLAY_ADMIN_PORT", "INLAY_PUBLIC_URL",
            "INLAY_DATA_DIR", "INLAY_DATABASE_URL", "INLAY_ADMIN_KEY", "INLAY_SECRET_FILE",
            "INLAY_ALLOW_PRIVATE_SOURCES", "INLAY_DEMO_PORT", "INLAY_LIMIT_PER_TRACKING_USER",
            "INLAY_LIMIT_PER_WEBSITE", "INLAY_LIMIT_PER_ADDRESS", "INLAY_TEMPLATES_DIR", "INLAY_TEMPLATES_RELOAD",
            "INLAY_FONTS_DIR");

    public Settings {
        require(port == 0 || port != adminPort,
                "INLAY_ADMIN_PORT must differ from INLAY_PORT - was '" + adminPort + "'");
        adminKey.ifPresent(key -> require(key.length() >= MIN_KEY_LENGTH,
                "INLAY_ADMIN_KEY must have at least " + MIN_KEY_LENGTH + " characters - has " + key.length()));
    }

    /**
     * Reads the file in {@code folder}, if there is one, and {@code environment}.
     *
     * @throws IllegalArgumentException naming the setting, the rule and the value
     */
    public static Settings load(Path folder, Map<String, String> environment) {
        return from(values(folder, environment));
    }

    /**
     * Settings of a demo that lives in {@code dataDir} only: of the operator's settings it takes {@code INLAY_HOST}
     * from the environment only, with the loopback address as default, {@code INLAY_TEMPLATES_DIR} and {@code
     * INLAY_FONTS_DIR} from the environment only, too, and {@code INLAY_DEMO_PORT}; {@code adminKey} is its own, and
     * changed templates are read again.
     *
     * @throws IllegalArgumentException naming the setting, the rule and the value
     */
    public static Settings forDemo(Path folder, Map<String, String> environment, Path dataDir, String adminKey) {
        String host = given(environment, "INLAY_HOST").orElse(LOOPBACK);
        int port = port(values(folder, environment), "INLAY_DEMO_PORT", DEMO_PORT);
        require(port > 0, "INLAY_DEMO_PORT must be 1 to 65535 - was '0'");
        Map<String, String> values = new LinkedHashMap<>(Map.of("INLAY_HOST", host,
                "INLAY_PORT", String.valueOf(port), "INLAY_ADMIN_PORT", "0",
                "INLAY_PUBLIC_URL", "http://" + publicHost(host) + ":" + port, "INLAY_DATA_DIR", dataDir.toString(),
                "INLAY_ADMIN_KEY", adminKey, "INLAY_ALLOW_PRIVATE_SOURCES", "true",
                "INLAY_TEMPLATES_RELOAD", "true"));
        List.of("INLAY_TEMPLATES_DIR", "INLAY_FONTS_DIR").forEach(name ->
                given(environment, name).ifPresent(value -> values.put(name, value)));
        return from(values);
    }

    /** How a browser on this machine calls a listener on {@code host}. */
    private static String publicHost(String host) {
        boolean local = host.equals(LOOPBACK) || host.equals("0.0.0.0") || host.equals("localhost");
        return local ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    }

    private static Map<String, String> values(Path folder, Map<String, String> environment) {
        Map<String, String> values = fromFile(folder.resolve(FILE));
        NAMES.forEach(name -> given(environment, name).ifPresent(value -> values.put(name, value)));
        return values;
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::trim).filter(value -> !value.isEmpty());
    }

    /** The settings that {@code values} give, with defaults for the rest. */
    public static Settings from(Map<String, String> values) {
        Path dataDir = Path.of(values.getOrDefault("INLAY_DATA_DIR", "data"));
        return new Settings(
                values.getOrDefault("INLAY_HOST", "0.0.0.0"),
                port(values, "INLAY_PORT", 8080),
                port(values, "INLAY_ADMIN_PORT", 8081),
                publicUrl(values.getOrDefault("INLAY_PUBLIC_URL", "http://localhost:8080")),
                dataDir,
                Optional.ofNullable(values.get("INLAY_DATABASE_URL")).map(url -> new DatabaseSettings(url, dataDir))
                        .orElseGet(() -> DatabaseSettings.embedded(dataDir)),
                Optional.ofNullable(values.get("INLAY_ADMIN_KEY")),
                Optional.ofNullable(values.get("INLAY_SECRET_FILE")).map(Path::of).orElse(dataDir.resolve("secret")),
                bool(values, "INLAY_ALLOW_PRIVATE_SOURCES"),
                callLimits(values),
                new DesignSettings(folder(values, "INLAY_TEMPLATES_DIR").orElse(dataDir.resolve("templates")),
                        bool(values, "INLAY_TEMPLATES_RELOAD"),
                        folder(values, "INLAY_FONTS_DIR").orElse(dataDir.resolve("fonts"))));
    }

    private static Map<String, String> fromFile(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException(FILE + " cannot be read as UTF-8 properties");
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : properties.stringPropertyNames()) {
            require(NAMES.contains(name), FILE + " must hold known settings only - was '" + name + "'");
            String value = properties.getProperty(name).trim();
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        }
        return values;
    }

    private static int port(Map<String, String> values, String name, int standard) {
        String value = values.getOrDefault(name, String.valueOf(standard));
        require(value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535,
                name + " must be 0 to 65535 - was '" + value + "'");
        return Integer.parseInt(value);
    }

    private static CallLimits callLimits(Map<String, String> values) {
        return new CallLimits(
                limit(values, "INLAY_LIMIT_PER_TRACKING_USER", CallLimits.DEFAULTS.perTrackingUser()),
                limit(values, "INLAY_LIMIT_PER_WEBSITE", CallLimits.DEFAULTS.perWebsite()),
                limit(values, "INLAY_LIMIT_PER_ADDRESS", CallLimits.DEFAULTS.perAddress()));
    }

    private static int limit(Map<String, String> values, String name, int standard) {
        String value = values.getOrDefault(name, String.valueOf(standard));
        require(value.matches("\\d{1,9}"), name + " must be 0 to 999999999 - was '" + value + "'");
        return Integer.parseInt(value);
    }

    /** A folder that the operator names is there: a misspelt one must not pass for an empty one. */
    private static Optional<Path> folder(Map<String, String> values, String name) {
        Optional<Path> folder = Optional.ofNullable(values.get(name)).map(Path::of);
        folder.ifPresent(path -> require(Files.isDirectory(path), name + " must be a folder - was '" + path + "'"));
        return folder;
    }

    private static boolean bool(Map<String, String> values, String name) {
        String value = values.getOrDefault(name, "false");
        require(value.equals("true") || value.equals("false"), name + " must be true or false - was '" + value + "'");
        return value.equals("true");
    }

    private static String publicUrl(String value) {
        String url = value.replaceFirst("/+$", "");
        require(url.matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?") && isUri(url),
                "INLAY_PUBLIC_URL must be an http or https URL without query - was '" + value + "'");
        return url;
    }

    private static boolean isUri(String value) {
        try {
            return URI.create(value).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
