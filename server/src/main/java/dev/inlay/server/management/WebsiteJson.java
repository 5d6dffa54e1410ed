package dev.inlay.server.management;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.MergePatch;
import dev.inlay.server.photos.WebUrl;
import dev.inlay.server.recommendation.PickingNumbers;
import java.math.BigDecimal;
import java.net.URI;
import java.text.DecimalFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A website as the management API spells it: its settings stand beside its name. Absent members have their defaults.
 */
public final class WebsiteJson {
    private static final int MAX_NAME = 255;
    private static final int MAX_HOSTS = 100;
    private static final int MAX_PRICE_FORMAT = 50;
    private static final int MAX_RETENTION_DAYS = 3_650;
    private static final int MAX_ATTRIBUTION_DAYS = 90;
    /** Mails are looked at that long, and orders attributed to them. */
    private static final int MIN_MAIL_RETENTION_DAYS = 90;

    private WebsiteJson() {
    }

    public static ObjectNode write(Website website) {
        WebsiteSettings settings = website.settings();
        ObjectNode node = Json.object()
                .put("websiteUuid", website.uuid().toString())
                .put("name", website.name())
                .put("url", website.url().toString())
                .put("currency", website.currency().getCurrencyCode())
                .put("locale", website.locale().toLanguageTag());
        website.hosts().forEach(node.putArray("hosts")::add);
        new TreeMap<>(settings.picking()).forEach(node.putObject("picking")::put);
        return node.put("timeZone", settings.timeZone().getId())
                .put("priceFormat", settings.priceFormat().orElse(null))
                .put("personalizeUnknownConsent", settings.personalizeUnknownConsent())
                .put("retentionDays", settings.retentionDays())
                .put("requireCustomerIdSignature", settings.requireCustomerIdSignature())
                .put("attributionDays", settings.attributionDays())
                .put("mailRetentionDays", settings.mailRetentionDays());
    }

    /** The website that {@code members} describe, under this id and uuid; 400 names member, rule and value. */
    public static Website parse(int id, UUID uuid, Members members) {
        WebUrl url = url(members);
        return new Website(id, uuid, name(members), URI.create(url.origin() + url.target()), currency(members),
                locale(members), hosts(members, url.host()), settings(members));
    }

    /** {@code before} as {@code patch} (a JSON merge patch) changes it; 400 names member, rule and value. */
    public static Website changed(Website before, ObjectNode patch) {
        return parse(before.id(), before.uuid(), new Members(MergePatch.apply(write(before), patch)));
    }

    private static String name(Members members) {
        String name = members.text("name").orElseThrow(() -> members.missing("name")).strip();
        if (name.isEmpty() || name.length() > MAX_NAME || name.codePoints().anyMatch(Character::isISOControl)
                || !Json.isStorable(name)) {
            throw members.wrong("name", "must have 1 to " + MAX_NAME + " printable characters", name);
        }
        return name;
    }

    private static WebUrl url(Members members) {
        String url = members.text("url").orElseThrow(() -> members.missing("url"));
        WebUrl parsed = WebUrl.parse(url).orElseThrow(() ->
                members.wrong("url", "must be an http or https URL without user name", url));
        if (!isNamed(parsed)) {
            throw members.wrong("url", "must have a host name of letters, digits, hyphens and dots", url);
        }
        return parsed;
    }

    /** Whether {@link URI}, which clicks are checked with, knows the host: it knows none with an underscore. */
    private static boolean isNamed(WebUrl url) {
        return URI.create(url.origin()).getHost() != null;
    }

    private static Currency currency(Members members) {
        String code = members.text("currency").orElse("EUR");
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw members.wrong("currency", "must be an ISO 4217 code", code);
        }
    }

    private static Locale locale(Members members) {
        String tag = members.text("locale").orElse("en");
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        } catch (IllformedLocaleException e) {
            // said below
        }
        throw members.wrong("locale", "must be a language tag such as en or da-DK", tag);
    }

    private static List<String> hosts(Members members, String own) {
        List<String> given = members.texts("hosts").orElse(List.of());
        if (given.size() > MAX_HOSTS) {
            throw members.wrong("hosts", "must have at most " + MAX_HOSTS + " entries", given.size());
        }
        return Stream.concat(Stream.of(own), given.stream().map(host -> host(members, host))).distinct().toList();
    }

    private static String host(Members members, String host) {
        return WebUrl.parse("https://" + host.strip() + "/").filter(url -> url.toString().endsWith(url.host() + "/"))
                .filter(WebsiteJson::isNamed)
                .orElseThrow(() -> members.wrong("hosts", "must be host names such as shop.example", host)).host();
    }

    private static WebsiteSettings settings(Members members) {
        WebsiteSettings defaults = WebsiteSettings.DEFAULTS;
        return new WebsiteSettings(
                members.text("timeZone").map(zone -> timeZone(members, zone)).orElse(defaults.timeZone()),
                members.text("priceFormat").map(pattern -> priceFormat(members, pattern)),
                members.bool("personalizeUnknownConsent").orElse(defaults.personalizeUnknownConsent()),
                days(members, "retentionDays", 1, MAX_RETENTION_DAYS).orElse(defaults.retentionDays()),
                members.bool("requireCustomerIdSignature").orElse(defaults.requireCustomerIdSignature()),
                days(members, "attributionDays", 1, MAX_ATTRIBUTION_DAYS).orElse(defaults.attributionDays()),
                days(members, "mailRetentionDays", MIN_MAIL_RETENTION_DAYS, MAX_RETENTION_DAYS)
                        .orElse(defaults.mailRetentionDays()),
                members.object("picking").map(WebsiteJson::picking).orElse(Map.of()));
    }

    private static Map<String, Double> picking(Members numbers) {
        Map<String, Double> picking = new TreeMap<>();
        numbers.node().fieldNames().forEachRemaining(name ->
                numbers.number(name).ifPresent(number -> picking.put(name, number.doubleValue())));
        try {
            PickingNumbers.parameters(picking);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("picking: " + e.getMessage());
        }
        return picking;
    }

    private static ZoneId timeZone(Members members, String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw members.wrong("timeZone", "must be a time zone such as Europe/Copenhagen", zone);
        }
    }

    private static String priceFormat(Members members, String pattern) {
        try {
            new DecimalFormat(pattern);
        } catch (IllegalArgumentException e) {
            throw members.wrong("priceFormat", "must be a pattern such as #,##0.00", pattern);
        }
        boolean hasDigit = pattern.indexOf('0') >= 0 || pattern.indexOf('#') >= 0;
        if (!hasDigit || pattern.length() > MAX_PRICE_FORMAT || pattern.chars().anyMatch(Character::isISOControl)) {
            throw members.wrong("priceFormat", "must be a pattern such as #,##0.00", pattern);
        }
        return pattern;
    }

    private static Optional<Integer> days(Members members, String name, int least, int most) {
        return members.number(name).map(days -> days(members, name, days, least, most));
    }

    private static int days(Members members, String name, BigDecimal days, int least, int most) {
        boolean isWhole = days.stripTrailingZeros().scale() <= 0;
        if (!isWhole || days.compareTo(BigDecimal.valueOf(least)) < 0 || days.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw members.wrong(name, "must be a whole number from " + least + " to " + most, days.toPlainString());
        }
        return days.intValueExact();
    }
}
