package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.server.http.RawQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a picture or a click, read so that no mail client can get it wrong: doubled slashes, quotes and markup
 * behind it and broken escapes are passed over.
 *
 * @param slot 1 to 24; empty if the path names none of these
 * @param format what the path asks for; of a click it means nothing
 * @param mutated whether a quote or markup stands in it, as scanners put there to see what happens
 */
record TilePath(Kind kind, String campaignId, OptionalInt slot, TileFormat format, boolean mutated) {
    enum Kind { PICTURE, CLICK }

    private static final Pattern MUTATION = Pattern.compile("['\"<>`]");
    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/]*");
    private static final Pattern PICTURE = Pattern.compile("(.*?)\\.(png|jpe?g)(?:[^a-z0-9].*)?", Pattern.DOTALL);
    private static final Pattern CLICK = Pattern.compile("click(?:[^a-z0-9].*)?", Pattern.DOTALL);
    private static final Pattern SLOT = Pattern.compile("0*([0-9]{1,2})(?:[\\s'\"<>;,&)\\\\].*)?", Pattern.DOTALL);

    /** What {@code rawPath} names; empty if it is no path of a tile. */
    static Optional<TilePath> parse(String rawPath) {
        List<String> segments = segments(rawPath);
        if (!isBelowTiles(segments) || segments.size() < 4) {
            return Optional.empty();
        }
        String campaignId = segments.get(2).toLowerCase(Locale.ROOT);
        String third = segments.get(3).toLowerCase(Locale.ROOT);
        boolean mutated = segments.stream().skip(3).anyMatch(segment -> MUTATION.matcher(segment).find());
        Matcher picture = PICTURE.matcher(third);
        if (picture.matches() && (segments.size() == 4 || isDebris(segments.get(4)))) {
            TileFormat format = picture.group(2).equals("png") ? TileFormat.PNG : TileFormat.JPEG;
            return Optional.of(new TilePath(Kind.PICTURE, campaignId, slot(picture.group(1)), format, mutated));
        }
        if (segments.size() > 4 && CLICK.matcher(segments.get(4).toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of(new TilePath(Kind.CLICK, campaignId, slot(third), TileFormat.PNG, mutated));
        }
        return Optional.empty();
    }

    /** Whether {@code rawPath} lies where tiles are. */
    static boolean isBelowTiles(String rawPath) {
        return isBelowTiles(segments(rawPath));
    }

    private static boolean isBelowTiles(List<String> segments) {
        return segments.size() >= 2 && segments.get(0).equals("serve") && segments.get(1).equals("tile");
    }

    private static List<String> segments(String rawPath) {
        String path = ORIGIN.matcher(rawPath.split("[?#]", 2)[0]).replaceFirst("");
        return Arrays.stream(path.split("/")).map(RawQuery::decode)
                .filter(segment -> !segment.isEmpty() && !segment.equals(".")).toList();
    }

    private static boolean isDebris(String segment) {
        return !Character.isLetterOrDigit(segment.codePointAt(0));
    }

    /** The slot that {@code text} names: 1 to 24, whatever quote or markup follows. */
    static OptionalInt slot(String text) {
        Matcher matcher = SLOT.matcher(text);
        int slot = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        return slot >= 1 && slot <= Campaign.MAX_SLOTS ? OptionalInt.of(slot) : OptionalInt.empty();
    }
}
