package dev.inlay.server.photos;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Host names, as strictly as possible: what two programs could take for two hosts is none. */
final class WebHost {
    private static final String DEVIATIONS = "\u00DF\u03C2\u200C\u200D";
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern QUAD = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)\\.?");
    private static final Pattern SIX = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)*" + LABEL + "\\.?");

    private WebHost() {
    }

    /** The lower-case ASCII form of {@code host}; empty if it is no host name and no plainly written address. */
    static Optional<String> normalize(String host) {
        if (host.startsWith("[")) {
            return Optional.of(host.toLowerCase(Locale.ROOT)).filter(WebHost::isIpv6);
        }
        return ascii(host.toLowerCase(Locale.ROOT)).filter(WebHost::isName).filter(WebHost::isNoDisguisedNumber);
    }

    private static boolean isIpv6(String host) {
        if (!SIX.matcher(host).matches() || !host.contains(":")) {
            return false;
        }
        try {
            java.net.InetAddress.ofLiteral(host.substring(1, host.length() - 1));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> ascii(String host) {
        if (host.chars().allMatch(character -> character < 128)) {
            return Optional.of(host);
        }
        boolean letters = host.codePoints().allMatch(point -> point < 128 || isPlainLetter(point));
        if (!letters || !Normalizer.normalize(host, Normalizer.Form.NFKC).equals(host)) {
            return Optional.empty();
        }
        return toAscii(host);
    }

    private static boolean isPlainLetter(int point) {
        return DEVIATIONS.indexOf(point) < 0 && (Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK);
    }

    private static Optional<String> toAscii(String host) {
        try {
            return Optional.of(IDN.toASCII(host).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isName(String host) {
        return host.length() <= 253 && NAME.matcher(host).matches() && hasSoundLabels(host);
    }

    /** Labels in Punycode must mean something, and be written as we would write it. */
    private static boolean hasSoundLabels(String host) {
        return !host.contains("xn--") || toAscii(IDN.toUnicode(host)).filter(host::equals).isPresent()
                && !IDN.toUnicode(host).contains("xn--");
    }

    /** Whatever ends in a number is an address to browsers: only the plain dotted quad is taken as one. */
    private static boolean isNoDisguisedNumber(String host) {
        return !NUMBER.matcher(host).matches() || QUAD.matcher(host).matches();
    }
}
