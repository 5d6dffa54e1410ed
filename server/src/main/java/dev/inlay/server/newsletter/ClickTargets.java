package dev.inlay.server.newsletter;

import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.newsletter.CampaignSettings.Utm;
import dev.inlay.server.photos.WebUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where clicks lead: only to pages of the shop's own hosts. A URL that cannot be read in one way only is no target.
 */
final class ClickTargets {
    private static final String CODE = "aw_source=";
    private static final String RECIPIENT = "aw_id=";

    private final ClickCodes codes;
    private final Reidentification reidentification;
    private final CampaignPicks picks;

    ClickTargets(ClickCodes codes, Reidentification reidentification, CampaignPicks picks) {
        this.codes = codes;
        this.reidentification = reidentification;
        this.picks = picks;
    }

    /**
     * The page of {@code product} with the campaign's UTM parameters, a tracking code and {@code recipient}; empty if
     * it is no page of the shop.
     */
    Optional<String> product(Letter letter, int slot, Product product, Optional<String> recipient) {
        String code = CODE + codes.mint(letter, slot, product.productNumber());
        String told = recipient.map(token -> code + "&" + RECIPIENT + token).orElse(code);
        return withUtm(letter.mailing(), product.url()).map(target -> withFragment(target, told))
                .filter(target -> isOwn(letter.mailing().website(), target));
    }

    /** Whose letter it was, if the campaign wants to tell that and they may be followed; reads the store. */
    Optional<String> recipient(Letter letter) {
        return reidentification.mint(letter)
                .filter(token -> picks.mayBeFollowed(letter.mailing().website(), letter.recipient().named()));
    }

    /** {@code target} with {@code told} in its fragment, behind what the fragment holds. */
    private static String withFragment(String target, String told) {
        String[] parts = target.split("#", 2);
        String own = parts.length < 2 ? "" : Arrays.stream(parts[1].split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(CODE) && !part.startsWith(RECIPIENT))
                .collect(Collectors.joining("&"));
        return parts[0] + "#" + (own.isEmpty() ? "" : own + "&") + told;
    }

    /** The campaign's own page for clicks without product, else the shop's home. */
    String fallback(Mailing mailing) {
        return mailing.settings().fallbackUrl().flatMap(url -> withUtm(mailing, url.toString()))
                .filter(target -> isOwn(mailing.website(), target)).orElseGet(() -> home(mailing.website()));
    }

    String home(Website website) {
        return website.url().toASCIIString();
    }

    private static Optional<String> withUtm(Mailing mailing, String url) {
        return Optional.ofNullable(url).filter(given -> given.strip().chars().noneMatch(Character::isISOControl))
                .flatMap(WebUrl::parse).map(target -> withUtm(target, mailing.settings().utm()));
    }

    private static String withUtm(WebUrl url, Utm utm) {
        int mark = url.target().indexOf('?');
        String path = mark < 0 ? url.target() : url.target().substring(0, mark);
        String query = Stream.concat(own(mark < 0 ? "" : url.target().substring(mark + 1)), parameters(utm))
                .collect(Collectors.joining("&"));
        return url.origin() + path + (query.isEmpty() ? "" : "?" + query) + url.fragment();
    }

    private static Stream<String> own(String query) {
        return Arrays.stream(query.split("&")).filter(part -> !part.isEmpty())
                .filter(part -> !RawQuery.decode(part).toLowerCase(Locale.ROOT).startsWith("utm_"));
    }

    private static Stream<String> parameters(Utm utm) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        values.put("utm_source", utm.source());
        values.put("utm_medium", utm.medium());
        values.put("utm_campaign", utm.campaign());
        return values.entrySet().stream().filter(entry -> entry.getValue().isPresent())
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue().get()));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean isOwn(Website website, String target) {
        try {
            return website.isOwn(new URI(target));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
