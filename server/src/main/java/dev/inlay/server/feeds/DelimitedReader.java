package dev.inlay.server.feeds;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.inlay.db.website.Website;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Google Merchant as delimited text, with tabs, semicolons or commas and a header row. */
record DelimitedReader(Website website) implements ProductFeedReader {
    private static final int MAX_ROW = 1024 * 1024;

    @Override
    public void read(FeedFile feed, FeedRows rows) throws IOException {
        char separator = separator(feed.head());
        int row = 0;
        try (Reader text = feed.open(); CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator(separator)
                .maxBufferSize(MAX_ROW).skipEmptyLines(true).allowExtraFields(true).allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true).allowUnclosedQuote(false).ofCsvRecord(text)) {
            Iterator<CsvRecord> iterator = records.iterator();
            List<String> header = DelimitedHeader.check(iterator.next().getFields());
            GoogleAttributes attributes = new GoogleAttributes(website, rows);
            while (iterator.hasNext()) {
                CsvRecord record = iterator.next();
                warnAboutWidth(++row, record, header, rows);
                attributes.row(row, values(record, header));
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new FeedRefusedException("after row " + row + " a row is larger than " + MAX_ROW / 1024 / 1024
                    + " MB, or a quoted cell never ends");
        }
    }

    private static void warnAboutWidth(int row, CsvRecord record, List<String> header, FeedRows rows) {
        if (record.getFieldCount() != header.size()) {
            rows.warning(row, null, "the row has " + record.getFieldCount() + " cells, the header has "
                    + header.size());
        }
    }

    private static Map<String, List<String>> values(CsvRecord record, List<String> header) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
            String value = record.getField(i);
            if (!value.isBlank()) {
                values.computeIfAbsent(header.get(i), name -> new ArrayList<>()).addAll(parts(header.get(i), value));
            }
        }
        return values;
    }

    /** Category paths are joined by commas; a comma before a blank belongs to a name. */
    private static List<String> parts(String name, String value) {
        String cell = ProductText.cut(value, StrictXml.MAX_TEXT);
        return AttributeName.meant(name).equals("product_type") ? List.of(cell.split(",(?!\\s)")) : List.of(cell);
    }

    /** The separator that the first line holds most of; a tab wins over all. */
    private static char separator(String head) {
        String line = head.lines().findFirst().orElse("");
        if (line.indexOf('\t') >= 0) {
            return '\t';
        }
        return count(line, ';') > count(line, ',') ? ';' : ',';
    }

    private static long count(String line, char separator) {
        return line.chars().filter(character -> character == separator).count();
    }
}
