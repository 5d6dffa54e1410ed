package dev.inlay.server.console.activity;

import dev.inlay.server.console.people.EntryRow;
import dev.inlay.server.console.people.ShopTime;
import dev.inlay.server.tracking.Refusals.Refusal;
import java.util.List;

/**
 * The page about what arrives.
 *
 * @param isPaused whether the latest events stay as they are
 * @param unmatchedSince since when unmatched products were looked for
 * @param moreUnmatched how many further ones there are
 * @param tagsLeft campaigns of which mails came with a merge tag left as it was, within the last 7 days
 */
record ActivityView(Live live, boolean isPaused, List<Unmatched> unmatched, int moreUnmatched, String unmatchedSince,
        List<Refusal> refused, List<Refusal> refusedWithoutWebsite, List<TagsLeft> tagsLeft, ShopTime clock) {
    /**
     * The latest events.
     *
     * @param latest tells them from any others: what the page asks with for those that came since
     */
    record Live(List<EntryRow> rows, String latest) { }

    /** A product that the shop names and the catalogue does not have. */
    record Unmatched(EntryRow example, long count, List<LookAlikes.Hint> hints) { }

    /** @param path where the campaign's page lies, of the website */
    record TagsLeft(String campaign, String path, long loads) { }
}
