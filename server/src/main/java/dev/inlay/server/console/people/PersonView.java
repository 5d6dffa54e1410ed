package dev.inlay.server.console.people;

import dev.inlay.db.activity.Position;
import dev.inlay.server.http.RawQuery;
import java.util.List;
import java.util.Optional;

/**
 * The page about one person.
 *
 * @param path where it lies, of the website
 * @param customerPath where the page about the customer lies, unless this is it
 * @param consent whether they agreed to personal pictures
 * @param cart what lies in the cart now; empty without any cart, no products once it was emptied
 * @param mails the newest campaigns first
 * @param moreCampaigns how many further campaigns there are
 * @param before where the timeline begins; empty at its newest end
 * @param older where it goes on; empty at its end
 */
record PersonView(String title, String path, IdentityPath identity, Optional<String> customerPath,
        ConsentView consent, Optional<CartView> cart, List<SeenMail> mails, int moreCampaigns, List<EntryRow> timeline,
        Optional<Position> before, Optional<Position> older, ShopTime clock) {
    /** A cart that was told at {@code time}. */
    record CartView(List<ShownProduct> products, String time) { }

    /** The position that {@link #query} wrote. */
    static Optional<Position> position(RawQuery query) {
        try {
            return query.first("before").map(text -> text.split("\\.", 2))
                    .map(parts -> new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    static String query(Position position) {
        return "?before=" + position.seen() + "." + position.id();
    }
}
