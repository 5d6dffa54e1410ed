package dev.inlay.server.console.start;

import dev.inlay.db.activity.EventType;
import dev.inlay.server.console.Moment;
import dev.inlay.server.console.products.FeedView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a website needs before its first mail, as it is now.
 *
 * @param showable how many of {@code products} can be shown in a mail
 * @param lastEvents when each type of event last came in, of the latest events
 * @param sdkLine what the shop's pages embed
 */
record Steps(int showable, int products, List<FeedView> feeds, Map<EventType, Moment> lastEvents, String sdkLine,
        List<CampaignLink> campaigns) {
    /** @param path where it lies within the website */
    record CampaignLink(String name, String path) { }

    boolean hasProducts() {
        return showable > 0;
    }

    boolean hasEvents() {
        return !lastEvents.isEmpty();
    }

    boolean hasCampaign() {
        return !campaigns.isEmpty();
    }

    boolean areDone() {
        return hasProducts() && hasEvents() && hasCampaign();
    }

    List<EventType> types() {
        return List.of(EventType.values());
    }

    Optional<Moment> last(EventType type) {
        return Optional.ofNullable(lastEvents.get(type));
    }

    static String words(EventType type) {
        return switch (type) {
            case VIEW -> "Product view";
            case CART -> "Into the cart";
            case PURCHASE -> "Purchase";
        };
    }
}
