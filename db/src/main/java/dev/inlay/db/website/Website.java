package dev.inlay.db.website;

import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * One shop. Everything belongs to exactly one website.
 *
 * @param id the internal key that every row starts with
 * @param uuid the key on the wire
 * @param name what neutral pictures say
 * @param url the shop's home: the last resort of every click
 * @param currency what prices without a currency are in
 * @param locale how prices are written
 * @param hosts lower-case host names that clicks may lead to; always holds the host of {@code url}
 * @param settings what the operator may change at any time
 */
public record Website(int id, UUID uuid, String name, URI url, Currency currency, Locale locale, List<String> hosts,
        WebsiteSettings settings) {
    public Website {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(settings, "settings");
        hosts = List.copyOf(hosts);
    }

    /** Whether a click may lead to {@code target}: http or https, on one of this website's hosts, with or without www. */
    public boolean isOwn(URI target) {
        return ("http".equalsIgnoreCase(target.getScheme()) || "https".equalsIgnoreCase(target.getScheme()))
                && target.getHost() != null && target.getRawUserInfo() == null
                && hosts.stream().map(Website::withoutWww).anyMatch(withoutWww(target.getHost())::equals);
    }

    private static String withoutWww(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring(4) : lower;
    }
}
