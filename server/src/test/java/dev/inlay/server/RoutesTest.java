package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.Database;
import dev.inlay.db.Secret;
import dev.inlay.server.OpenApi.Route;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI file describes the routes that exist, and no others. */
class RoutesTest {
    /** Pictures and clicks are answered by a filter, a product's picture by the route of products with any number. */
    private static final String TILES = "/serve/tile/.*|.*/products/[^/]*/tile.png";
    /** What people look at, and the file itself. */
    private static final String PAGES = "|/console.*|/openapi";

    @TempDir
    private Path folder;

    @Test
    void everyRouteIsDescribedAndEveryDescriptionHasARoute() {
        assertThat(routes()).containsExactlyInAnyOrderElementsOf(described());
    }

    private static Set<String> described() {
        return OpenApi.described().stream().filter(route -> !route.path().matches(TILES + "|" + PAGES))
                .map(route -> route.method() + " " + unnamed(route.path())).collect(Collectors.toSet());
    }

    private Set<String> routes() {
        Settings settings = Settings.load(folder, Map.of("INLAY_DATA_DIR", folder.toString()));
        Secret secret = new Secret(new byte[32]);
        Database database = Database.open(settings.database(), secret);
        try (Node node = new Node(settings, database, secret, "an installation key of the tests only",
                InstantSource.system())) {
            return recorded(node::routing).stream().filter(route -> !route.path().matches(PAGES))
                    .map(route -> route.method() + " " + unnamed(route.path())).collect(Collectors.toSet());
        }
    }

    /** Parameters have names of their own in code and file. */
    private static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*\\}", "{}");
    }

    private static Set<Route> recorded(Consumer<HttpRouting.Builder> routing) {
        Set<Route> routes = new TreeSet<>(Comparator.comparing(Route::toString));
        routing.accept(recorder("", routes));
        return routes;
    }

    /** Takes down the routes that it is told of; other calls do nothing. */
    private static HttpRouting.Builder recorder(String prefix, Set<Route> routes) {
        return (HttpRouting.Builder) Proxy.newProxyInstance(RoutesTest.class.getClassLoader(),
                new Class<?>[] {HttpRouting.Builder.class}, (proxy, method, arguments) -> {
                    String path = prefix + text(arguments);
                    switch (method.getName()) {
                        case "register" -> services(arguments).forEach(service ->
                                service.routing(recorder(path, routes)));
                        case "get", "post", "put", "delete", "patch" -> routes.add(
                                new Route(method.getName().toUpperCase(), path));
                        case "route" -> Arrays.stream(arguments).filter(Method.class::isInstance)
                                .forEach(verb -> routes.add(new Route(((Method) verb).text(), path)));
                        default -> { }
                    }
                    return proxy;
                });
    }

    private static String text(Object[] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String path
                && !path.equals("/") ? path : "";
    }

    private static Stream<HttpService> services(Object[] arguments) {
        return Arrays.stream(arguments).filter(HttpService[].class::isInstance).map(HttpService[].class::cast)
                .flatMap(Arrays::stream);
    }
}
