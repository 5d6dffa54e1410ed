package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedSettings;
import dev.inlay.db.feed.SourceLogin;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.MergePatch;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.photos.WebUrl;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings of a feed in JSON. A password is only ever read, and never repeated. What breaks a rule is an
 * {@link InvalidParameterException} that names the member.
 */
public final class FeedSettingsParser {
    private static final int MAX_NAME = 255;
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s/@]@[^\\s/@]+\\.[^\\s/@]");
    private static final Pattern LOGIN_IN_URL = Pattern.compile("(?i)https?:[/\\\\]*[^/\\\\?#]*@.*", Pattern.DOTALL);

    private final FeedKind kind;
    private final ObjectNode patch;
    private final Optional<FeedSettings> before;
    private final Members members;

    private FeedSettingsParser(FeedKind kind, ObjectNode patch, Optional<FeedSettings> before) {
        this.kind = kind;
        this.patch = patch;
        this.before = before;
        ObjectNode written = before.map(FeedSettingsParser::write).orElseGet(Json::object);
        this.members = new Members(MergePatch.apply(written, patch));
    }

    /** The settings of a new feed of {@code kind}. */
    public static FeedSettings parse(FeedKind kind, ObjectNode json) {
        return new FeedSettingsParser(kind, json, Optional.empty()).settings();
    }

    /** {@code before} as the merge patch {@code patch} changes it; a password that is not named stays. */
    public static FeedSettings change(FeedKind kind, FeedSettings before, ObjectNode patch) {
        return new FeedSettingsParser(kind, patch, Optional.of(before)).settings();
    }

    /** {@code settings} without the password. */
    public static ObjectNode write(FeedSettings settings) {
        return Json.object().put("name", settings.name())
                .put("url", settings.url().orElse(null))
                .put("format", settings.format().orElse(null))
                .put("interval", settings.interval().map(Duration::toString).orElse(null))
                .put("username", settings.login().map(SourceLogin::username).orElse(null));
    }

    private FeedSettings settings() {
        Optional<String> url = url();
        return new FeedSettings(name(), url, format(), interval(url), login(url));
    }

    private String name() {
        String name = members.text("name").map(ProductText::plain).filter(text -> !text.isEmpty()).orElseThrow(() ->
                InvalidParameterException.without("name", "must be given"));
        if (name.length() > MAX_NAME || !Json.isStorable(name) || name.chars().anyMatch(Character::isISOControl)) {
            throw members.wrong("name", "must have at most " + MAX_NAME + " printable characters", name);
        }
        return name;
    }

    private Optional<String> url() {
        Optional<String> url = members.text("url").map(String::strip).filter(text -> !text.isEmpty());
        if (url.filter(text -> LOGIN_IN_URL.matcher(text).matches()).isPresent()) {
            throw InvalidParameterException.without("url",
                    "must not hold a user name or a password: give them as username and password");
        }
        if (url.filter(text -> ADDRESS.matcher(RawQuery.decode(text)).find()).isPresent()) {
            throw InvalidParameterException.without("url", "must hold no address, since addresses are not stored");
        }
        url.filter(text -> WebUrl.parse(text).isEmpty()).ifPresent(text -> {
            throw members.wrong("url", "must be an http or https URL", text);
        });
        return url;
    }

    private Optional<String> format() {
        Optional<String> format = members.text("format").map(String::strip).filter(text -> !text.isEmpty());
        List<String> known = FeedFormats.of(kind);
        format.filter(text -> !known.contains(text)).ifPresent(text -> {
            throw members.wrong("format", "must be one of " + String.join(", ", known), text);
        });
        return format;
    }

    private Optional<Duration> interval(Optional<String> url) {
        Optional<Duration> interval = members.text("interval").map(text -> parse(text.strip())
                .filter(FeedSettingsParser::isAllowed).orElseThrow(() -> members.wrong("interval",
                        "must be an ISO 8601 duration of whole seconds from PT5M to P7D", text)));
        if (interval.isPresent() && url.isEmpty()) {
            throw InvalidParameterException.without("interval", "needs a url, from which the feed can be fetched");
        }
        return interval;
    }

    private static Optional<Duration> parse(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static boolean isAllowed(Duration interval) {
        return interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0 && interval.getNano() == 0;
    }

    private Optional<SourceLogin> login(Optional<String> url) {
        Optional<String> username = members.text("username").filter(text -> !text.isEmpty());
        if (username.isEmpty()) {
            if (members.present("password").isPresent()) {
                throw InvalidParameterException.without("password", "needs a username");
            }
            return Optional.empty();
        }
        if (url.isEmpty()) {
            throw InvalidParameterException.without("username", "needs a url, whose server asks for it");
        }
        if (!SourceLogin.isUsername(username.get())) {
            throw InvalidParameterException.without("username", "must have at most " + SourceLogin.MAX_LENGTH
                    + " characters, and no colon or control character");
        }
        String password = patch.has("password") ? password() : keptPassword(url.get());
        return Optional.of(new SourceLogin(username.get(), password));
    }

    private String password() {
        JsonNode password = members.present("password").orElse(Json.mapper().getNodeFactory().textNode(""));
        if (!password.isTextual() || !SourceLogin.isPassword(password.textValue())) {
            throw InvalidParameterException.without("password", "must be a string of at most " + SourceLogin.MAX_LENGTH
                    + " characters without control characters");
        }
        return password.textValue();
    }

    /** The password so far, which no other server may be told than the one it was given for. */
    private String keptPassword(String url) {
        String password = before.flatMap(FeedSettings::login).map(SourceLogin::password).orElse("");
        Optional<String> known = before.flatMap(FeedSettings::url).flatMap(FeedSettingsParser::origin);
        if (!password.isEmpty() && !origin(url).equals(known)) {
            throw InvalidParameterException.without("password",
                    "must be given again, since url leads to another server");
        }
        return password;
    }

    private static Optional<String> origin(String url) {
        return WebUrl.parse(url).map(WebUrl::origin);
    }
}
