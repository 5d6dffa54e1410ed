package dev.inlay.server.demo;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** The cookies of the demo's shop, and the one of the SDK, which a new visitor does without. */
enum Cookies {
    BASKET("demo_basket", DemoService.PATH),
    LOGIN("demo_login", DemoService.PATH),
    ORDER("demo_order", DemoService.PATH),
    TRACKING_USER("hello_retail_id", "/");

    private final String name;
    private final String path;

    Cookies(String name, String path) {
        this.name = name;
        this.path = path;
    }

    /** The value that {@code request} brings; empty if there is none. */
    String read(ServerRequest request) {
        return request.headers().cookies().first(name).orElse("");
    }

    void write(ServerResponse response, String value) {
        set(response, name + "=" + value + "; Path=" + path + "; SameSite=Lax; HttpOnly");
    }

    void forget(ServerResponse response) {
        set(response, name + "=; Path=" + path + "; SameSite=Lax; Max-Age=0");
    }

    private static void set(ServerResponse response, String cookie) {
        response.headers().add(HeaderValues.create(HeaderNames.SET_COOKIE, cookie));
    }
}
