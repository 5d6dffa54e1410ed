package dev.inlay.server.photos;

import java.util.Optional;

/**
 * An absolute http or https URL as every browser understands it, in ASCII. What browsers and servers read in two ways
 * (user names, backslashes in the authority, numeric hosts that are no dotted quad, escapes in the host) is refused.
 *
 * <p>The one parser for links that come from outside: the host it names is the host that is asked.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower-case ASCII name, dotted quad, or IPv6 address in brackets
 * @param port never 0; the scheme's own where the URL names none
 * @param target path and query, percent-encoded; empty or begins with {@code /} or {@code ?}
 * @param fragment with its {@code #}, or empty
 */
public record WebUrl(String scheme, String host, int port, String target, String fragment) {
    /** More characters are no link that a shop would use. */
    public static final int MAX_LENGTH = 2_048;

    /** {@code text} without surrounding blanks and line breaks; empty if it is no such URL. */
    public static Optional<WebUrl> parse(String text) {
        String url = text.strip();
        int authority = url.regionMatches(true, 0, "https://", 0, 8) ? 8
                : url.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
        if (authority < 0 || url.length() > MAX_LENGTH || url.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        int target = first(url, "/?#", authority);
        int fragment = first(url, "#", target);
        String scheme = authority == 8 ? "https" : "http";
        return parse(scheme, url.substring(authority, target), url.substring(target, fragment),
                url.substring(fragment));
    }

    private static Optional<WebUrl> parse(String scheme, String authority, String target, String fragment) {
        int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
        int port = port(scheme, colon < 0 ? "" : authority.substring(colon + 1));
        Optional<String> host = WebHost.normalize(colon < 0 ? authority : authority.substring(0, colon));
        String encoded = PercentEncoding.target(target);
        String encodedFragment = fragment.isEmpty() ? "" : "#" + PercentEncoding.fragment(fragment.substring(1));
        if (port < 0 || encoded.length() + encodedFragment.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return host.map(name -> new WebUrl(scheme, name, port, encoded, encodedFragment));
    }

    /** Where {@code reference}, the {@code Location} of an answer from here, leads. */
    public Optional<WebUrl> resolve(String reference) {
        String link = reference.strip();
        if (link.startsWith("//")) {
            return parse(scheme + ":" + link);
        }
        if (link.startsWith("/")) {
            return parse(origin() + link);
        }
        if (link.startsWith("?")) {
            return parse(origin() + path() + link);
        }
        return link.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*") ? parse(link)
                : parse(origin() + path().substring(0, path().lastIndexOf('/') + 1) + link);
    }

    /** Scheme, host and port, without a trailing slash. */
    public String origin() {
        return scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port);
    }

    /** The URL in ASCII, accepted by {@link java.net.URI}. */
    @Override
    public String toString() {
        return origin() + target + fragment;
    }

    private String path() {
        String path = target.substring(0, first(target, "?", 0));
        return path.isEmpty() ? "/" : path;
    }

    private static int port(String scheme, String digits) {
        if (digits.isEmpty()) {
            return defaultPort(scheme);
        }
        int port = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : -1;
        return port > 0 && port <= 65_535 ? port : -1;
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static int first(String text, String characters, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
