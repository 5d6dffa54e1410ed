package dev.inlay.templates.design;

import java.util.Optional;
import java.util.regex.Pattern;

/** A colour, written {@code #rgb}, {@code #rrggbb} or {@code #rrggbbaa}. */
public record Colour(int argb) {
    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");

    public static final Colour NONE = new Colour(0);

    public static Optional<Colour> parse(String text) {
        if (!HEX.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.length() == 4 ? text.substring(1).replaceAll("(.)", "$1$1") : text.substring(1);
        int red = Integer.parseInt(digits.substring(0, 2), 16);
        int green = Integer.parseInt(digits.substring(2, 4), 16);
        int blue = Integer.parseInt(digits.substring(4, 6), 16);
        int alpha = digits.length() == 8 ? Integer.parseInt(digits.substring(6), 16) : 255;
        return Optional.of(new Colour(alpha << 24 | red << 16 | green << 8 | blue));
    }

    public boolean visible() {
        return argb >>> 24 != 0;
    }

    public String hex() {
        int rgb = argb & 0xFFFFFF;
        int alpha = argb >>> 24;
        return alpha == 255 ? "#%06x".formatted(rgb) : "#%06x%02x".formatted(rgb, alpha);
    }
}
