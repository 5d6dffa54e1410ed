package dev.inlay.server.http;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Recognises a merge tag that an email service did not replace, such as {@code *|EMAIL|*}: it is no address and no id.
 *
 * <p>Only whole values are compared with the shapes of tags, as they are and percent-decoded up to twice:
 * {@code {odd}@example.com} and {@code a%b@example.com} are addresses, a GUID in braces is an id.
 */
public final class Placeholder {
    private static final int DECODINGS = 2;

    private static final Set<String> WORDS = Set.of("null", "undefined", "unknown", "none", "(null)", "-email-");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N} _.:-]*");
    private static final Pattern GUID = Pattern.compile("[\\p{XDigit}-]{32,36}");

    private static final List<Shape> SHAPES = List.of(
            new Shape("*|", "|*"),
            new Shape("%%", "%%"),
            new Shape("%", "%", Placeholder::isName),
            new Shape("{", "}", inner -> !GUID.matcher(inner).matches()),
            new Shape("${", "}"),
            new Shape("[", "]", inner -> inner.codePoints().anyMatch(Character::isLetter)),
            new Shape("<%", "%>"),
            new Shape("<", ">", Placeholder::isName),
            new Shape("##", "##"),
            new Shape("@", "@", Placeholder::isName),
            new Shape("~", "~", Placeholder::isName),
            new Shape("$", "$", Placeholder::isName),
            new Shape("__", "__", Placeholder::isName));

    /**
     * A tag that begins with {@code open}, ends with {@code close} and holds between them what {@code inner} accepts.
     */
    private record Shape(String open, String close, Predicate<String> inner) {
        Shape(String open, String close) {
            this(open, close, inner -> true);
        }

        boolean matches(String value) {
            return value.length() >= open.length() + close.length() && value.startsWith(open) && value.endsWith(close)
                    && inner.test(value.substring(open.length(), value.length() - close.length()));
        }
    }

    private Placeholder() {
    }

    /** Whether {@code value} stands for nobody: blank, {@code null}, {@code undefined} or an unreplaced merge tag. */
    public static boolean isPlaceholder(String value) {
        String decoded = value;
        for (int i = 0; i <= DECODINGS; i++) {
            String form = decoded.strip();
            if (form.isEmpty() || isWord(form) || SHAPES.stream().anyMatch(shape -> shape.matches(form))) {
                return true;
            }
            decoded = RawQuery.decode(decoded);
        }
        return false;
    }

    private static boolean isWord(String form) {
        return WORDS.stream().anyMatch(form::equalsIgnoreCase);
    }

    private static boolean isName(String inner) {
        return NAME.matcher(inner.strip()).matches();
    }
}
