package dev.inlay.server.console;

import dev.inlay.db.Secret;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is signed in: a cookie that says until when, signed. Nothing is kept here, so that any node takes it and a restart
 * signs nobody out; another installation key ends all sessions.
 */
final class Sessions {
    private static final String COOKIE = "inlay_console";
    private static final Duration LIFE = Duration.ofHours(12);
    private static final int ID_BYTES = 16;
    private static final Pattern VALUE = Pattern.compile("([0-9a-f]{32})\\.([0-9]{10,12})\\.([0-9a-f]{64})");

    private final Secret secret;
    private final String installationKey;
    private final boolean secure;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param id random, 32 hex characters
     * @param formToken what every form of this session carries, so that no other site can send one
     */
    record Session(String id, String formToken) {
        boolean isOwnToken(String token) {
            return MessageDigest.isEqual(bytes(formToken), bytes(token));
        }
    }

    /** @param secure whether browsers reach the console by https only */
    Sessions(Secret secret, String installationKey, boolean secure, InstantSource time) {
        this.secret = secret;
        this.installationKey = installationKey;
        this.secure = secure;
        this.time = time;
    }

    void begin(ServerResponse response) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        long until = time.instant().plus(LIFE).getEpochSecond();
        setCookie(response, id + "." + until + "." + signature(id, until), LIFE);
    }

    void end(ServerResponse response) {
        setCookie(response, "", Duration.ZERO);
    }

    /** The session of {@code request}; empty if there is none, it has run out, or was not made here. */
    Optional<Session> find(ServerRequest request) {
        if (!request.headers().contains(HeaderNames.COOKIE)) {
            return Optional.empty();
        }
        return request.headers().get(HeaderNames.COOKIE).allValues().stream()
                .flatMap(header -> Arrays.stream(header.split(";"))).map(String::trim)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> read(cookie.substring(COOKIE.length() + 1))).flatMap(Optional::stream).findFirst();
    }

    private Optional<Session> read(String value) {
        Matcher parts = VALUE.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String id = parts.group(1);
        long until = Long.parseLong(parts.group(2));
        boolean isOurs = MessageDigest.isEqual(bytes(signature(id, until)), bytes(parts.group(3)));
        return isOurs && time.instant().isBefore(Instant.ofEpochSecond(until))
                ? Optional.of(new Session(id, hmac("console form", id))) : Optional.empty();
    }

    private void setCookie(ServerResponse response, String value, Duration life) {
        response.header(HeaderNames.SET_COOKIE, COOKIE + "=" + value + "; Path=/console; Max-Age=" + life.toSeconds()
                + "; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : ""));
    }

    private String signature(String id, long until) {
        return hmac("console session", id + " " + until);
    }

    private String hmac(String purpose, String message) {
        return HexFormat.of().formatHex(secret.hmac(purpose, bytes(message + " " + installationKey)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
