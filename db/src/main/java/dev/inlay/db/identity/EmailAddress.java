package dev.inlay.db.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An address in canonical form (contract 3.2). Lives only while a request is answered: nothing stores or logs it, and
 * {@link #toString()} does not show it.
 */
public final class EmailAddress {
    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 253;
    private static final int MAX_RAW = 1_000;
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\uFEFF\\u200B]+|[\\s\\p{Z}\\uFEFF\\u200B,.]+$");
    private static final Pattern WRAPPED =
            Pattern.compile("[^<>]*<([^<>]*)>|\"([^\"]*)\"|'([^']*)'|(?i:mailto):([^?]*).*");
    private static final Pattern LOCAL =
            Pattern.compile("[^\\s\\p{Z}\\p{Cc}\\p{Cs}()<>\\[\\]:;@\\\\,\"]+|\"[^\\s\\p{Z}\\p{Cc}\\p{Cs}@\\\\\"]+\"");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

    private final String canonical;

    private EmailAddress(String canonical) {
        this.canonical = canonical;
    }

    /**
     * The canonical form of {@code raw}: unwrapped from {@code mailto:}, {@code Name <...>}, {@code <...>} and quotes,
     * trimmed (also of a trailing comma or dot), NFC, lower case (root locale), domain to ASCII (IDNA). Empty if it is
     * no address. {@code +tag} and dots are kept.
     */
    public static Optional<EmailAddress> parse(String raw) {
        if (raw == null || raw.length() > MAX_RAW) {
            return Optional.empty();
        }
        String bare = unwrap(raw);
        int at = bare.indexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        String local = lower(bare.substring(0, at));
        if (!LOCAL.matcher(local).matches() || local.codePointCount(0, local.length()) > MAX_LOCAL) {
            return Optional.empty();
        }
        return domain(bare.substring(at + 1)).map(domain -> new EmailAddress(local + "@" + domain));
    }

    private static String unwrap(String raw) {
        String bare = raw;
        String before;
        do {
            before = bare;
            bare = AROUND.matcher(bare).replaceAll("");
            Matcher wrapped = WRAPPED.matcher(bare);
            if (wrapped.matches()) {
                bare = wrapped.group(IntStream.rangeClosed(1, wrapped.groupCount())
                        .filter(group -> wrapped.group(group) != null).findFirst().orElseThrow());
            }
        } while (!bare.equals(before));
        return bare;
    }

    private static Optional<String> domain(String raw) {
        try {
            String ascii = IDN.toASCII(lower(raw), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return Optional.of(ascii)
                    .filter(domain -> domain.length() <= MAX_DOMAIN && DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String lower(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** For hashing only. */
    String canonical() {
        return canonical;
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
