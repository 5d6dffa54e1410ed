package dev.inlay.server.console;

import dev.inlay.server.http.Members;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host names and home pages of shops: lower case, ASCII (IDNA), nothing that a browser would read as another host. */
final class HostNames {
    private static final int MAX_URL = 2_048;
    private static final Pattern URL = Pattern.compile("(?i)(https?)://([^/?#\\\\@\\s:]+)(:\\d{1,5})?([/?][^\\s\\\\#]*)?");
    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?"
            + "(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");

    private HostNames() {
    }

    /** {@code raw} as a host name; 400 names {@code member}. */
    static String host(Members members, String member, String raw) {
        return ascii(raw).orElseThrow(() -> members.wrong(member, "must be a host name such as shop.example", raw));
    }

    /** {@code raw} as the address of a home page, with its host in ASCII and lower case; 400 names {@code member}. */
    static URI url(Members members, String member, String raw) {
        return uri(raw.strip()).orElseThrow(() ->
                members.wrong(member, "must be an http or https URL without user", raw));
    }

    private static Optional<URI> uri(String raw) {
        Matcher parts = URL.matcher(raw);
        if (raw.length() > MAX_URL || !parts.matches()) {
            return Optional.empty();
        }
        return ascii(parts.group(2)).flatMap(host -> {
            String port = Optional.ofNullable(parts.group(3)).orElse("");
            String rest = Optional.ofNullable(parts.group(4)).orElse("/");
            return uri(parts.group(1).toLowerCase(Locale.ROOT), host, port, rest.startsWith("/") ? rest : "/" + rest);
        });
    }

    private static Optional<URI> uri(String scheme, String host, String port, String rest) {
        try {
            URI uri = new URI(new URI(scheme + "://" + host + port + rest).toASCIIString());
            return Optional.of(uri).filter(whole -> whole.getHost() != null && whole.getPort() <= 65_535);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ascii(String host) {
        try {
            return Optional.of(IDN.toASCII(host.strip(), 0).toLowerCase(Locale.ROOT))
                    .filter(name -> HOST.matcher(name).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
