package dev.inlay.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code /openapi} promises, to hold answers against it: {@link #kept} fails on an answer that it does not
 * describe, be it the path, the method, the status, the type or a member.
 */
public final class OpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Paths of shops, browsers and mails; the console and the admin listener promise nothing. */
    private static final String PROMISED = "/(serve|api|identity|sdk).*";
    private static final String LOCATION = "urn:inlay:openapi";
    private static final JsonNode DOCUMENT = read();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4,
            builder -> builder.metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                    .schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, DOCUMENT.toString()))));
    private static final Map<String, JsonSchema> COMPILED = new ConcurrentHashMap<>();
    private static final List<Route> ROUTES = routes();

    /** A path of the document, with its method in upper case. */
    public record Route(String method, String path) {
        private boolean matches(String method, String rawPath) {
            String regex = Stream.of(path.split("(?=\\{)|(?<=\\})"))
                    .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part)).collect(Collectors.joining());
            return this.method.equals(method) && rawPath.matches(regex);
        }

        private int parameters() {
            return path.length() - path.replace("{", "").length();
        }
    }

    private OpenApi() {
    }

    /** All methods and paths that are described. */
    public static Set<Route> described() {
        return Set.copyOf(ROUTES);
    }

    /** {@code answer}, if it is one that the document describes; else the test fails. */
    public static <T> HttpResponse<T> kept(HttpResponse<T> answer) {
        String method = answer.request().method();
        String path = answer.request().uri().getRawPath();
        boolean isRefused = answer.statusCode() >= 400;
        Optional<Route> route = ROUTES.stream().filter(candidate -> candidate.matches(method, path))
                .min(Comparator.comparingInt(Route::parameters));
        if (route.isPresent()) {
            keep(route.get(), answer);
        } else if (path.matches(PROMISED) && !isRefused && !method.equals("OPTIONS") && !method.equals("HEAD")) {
            throw new AssertionError(method + " " + path + " is not described, but answers " + answer.statusCode());
        }
        return answer;
    }

    private static void keep(Route route, HttpResponse<?> answer) {
        String place = "/paths/" + escaped(route.path()) + "/" + route.method().toLowerCase() + "/responses";
        JsonNode responses = DOCUMENT.at(place);
        String status = String.valueOf(answer.statusCode());
        String name = responses.has(status) ? status : "default";
        if (!responses.has(name) || name.equals("default") && answer.statusCode() < 400) {
            throw new AssertionError(route + " answers " + status + ", which is not described");
        }
        String response = responses.get(name).has("$ref") ? responses.get(name).get("$ref").textValue().substring(1)
                : place + "/" + name;
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode content = DOCUMENT.at(response + "/content");
        if (!type.isEmpty() && !content.has(type)) {
            throw new AssertionError(route + " answers " + status + " as " + type + ", which is not described");
        }
        if (type.equals("application/json")) {
            validate(route, status, response + "/content/application~1json/schema", json(answer));
        }
    }

    private static void validate(Route route, String status, String schema, JsonNode body) {
        Set<ValidationMessage> faults = COMPILED.computeIfAbsent(schema,
                place -> SCHEMAS.getSchema(SchemaLocation.of(LOCATION + "#" + place))).validate(body);
        if (!faults.isEmpty()) {
            throw new AssertionError(route + " answers " + status + " with what is not described: " + faults);
        }
    }

    private static JsonNode json(HttpResponse<?> answer) {
        try {
            return answer.body() instanceof byte[] bytes ? JSON.readTree(bytes)
                    : JSON.readTree(answer.body().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Route> routes() {
        return DOCUMENT.get("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .map(Map.Entry::getKey).filter(method -> method.matches("get|head|post|put|patch|delete|options"))
                .map(method -> new Route(method.toUpperCase(), path.getKey()))).toList();
    }

    private static String escaped(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode read() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.yaml")) {
            JsonNode document = new YAMLMapper().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            join(document, document);
            close(document);
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes every {@code allOf} as the one schema that it means, so that its object can be closed. */
    private static void join(JsonNode document, JsonNode node) {
        node.forEach(child -> join(document, child));
        if (node instanceof ObjectNode schema && schema.remove("allOf") instanceof ArrayNode parts) {
            parts.forEach(part -> add(schema, resolved(document, part)));
        }
    }

    private static void add(ObjectNode schema, JsonNode part) {
        part.properties().forEach(member -> {
            switch (member.getKey()) {
                case "properties" -> schema.withObjectProperty("properties").setAll((ObjectNode) member.getValue());
                case "required" -> schema.withArrayProperty("required").addAll((ArrayNode) member.getValue());
                default -> schema.putIfAbsent(member.getKey(), member.getValue());
            }
        });
    }

    /** {@code part} itself, or a copy of what it refers to. */
    private static JsonNode resolved(JsonNode document, JsonNode part) {
        if (!part.has("$ref")) {
            return part;
        }
        JsonNode referred = document.at(part.get("$ref").textValue().substring(1)).deepCopy();
        join(document, referred);
        return referred;
    }

    /** Lets every object hold only the members that are described, unless it says otherwise itself. */
    private static void close(JsonNode node) {
        node.forEach(OpenApi::close);
        if (node instanceof ObjectNode object && object.path("type").asText().equals("object")
                && object.path("properties").isObject() && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
