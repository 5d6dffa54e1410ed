package dev.inlay.server.feeds;

import dev.inlay.db.website.Website;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Google Merchant as delimited text, and tables that name its attributes in other words. */
record DelimitedReader(Website website) implements ProductFeedReader {
    @Override
    public void read(FeedFile feed, ProductRows rows) throws IOException {
        DelimitedHeader.check(DelimitedTable.header(feed));
        GoogleAttributes attributes = new GoogleAttributes(website, rows);
        DelimitedTable.read(feed, row -> {
            row.warnAboutWidth(rows);
            Bagisto.translated(row.number(), values(row), rows)
                    .ifPresent(values -> attributes.row(row.number(), values));
        });
    }

    /** Category paths are joined by commas; a comma before a blank belongs to a name. */
    private static Map<String, List<String>> values(DelimitedRow row) {
        Map<String, List<String>> values = new LinkedHashMap<>(row.values());
        values.replaceAll((name, cells) -> AttributeName.meant(name).equals("product_type")
                ? cells.stream().flatMap(cell -> Arrays.stream(cell.split(",(?!\\s)"))).toList() : cells);
        return values;
    }
}
