package dev.inlay.server.feeds;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Delimited text with tabs, semicolons or commas, quoted cells and a header row. One row at a time is in memory. */
final class DelimitedTable {
    private static final int MAX_ROW = 1024 * 1024;

    private DelimitedTable() {
    }

    /** The columns of {@code feed} by canonical name. */
    static List<String> header(FeedFile feed) throws IOException {
        try (Reader text = feed.open(); CsvReader<CsvRecord> records = records(feed, text)) {
            return header(records.iterator());
        }
    }

    /** Hands all rows of {@code feed} below its header to {@code rows}. */
    static void read(FeedFile feed, Consumer<DelimitedRow> rows) throws IOException {
        int row = 0;
        try (Reader text = feed.open(); CsvReader<CsvRecord> records = records(feed, text)) {
            Iterator<CsvRecord> iterator = records.iterator();
            List<String> header = header(iterator);
            for (List<String> cells = next(iterator, row); !cells.isEmpty(); cells = next(iterator, row)) {
                rows.accept(DelimitedRow.of(++row, header, cells));
            }
        }
    }

    private static List<String> header(Iterator<CsvRecord> records) {
        return next(records, 0).stream().map(AttributeName::canonical).toList();
    }

    /** The cells of the row after {@code row}, of which every row has one at least; none after the last. */
    private static List<String> next(Iterator<CsvRecord> records, int row) {
        try {
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken(row);
        }
    }

    private static FeedRefusedException broken(int row) {
        return new FeedRefusedException("after row " + row + " a row is larger than " + MAX_ROW / 1024 / 1024
                + " MB, or a quoted cell never ends");
    }

    private static CsvReader<CsvRecord> records(FeedFile feed, Reader text) throws IOException {
        return CsvReader.builder().fieldSeparator(separator(feed.head())).maxBufferSize(MAX_ROW).skipEmptyLines(true)
                .allowExtraFields(true).allowMissingFields(true).allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false).ofCsvRecord(text);
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
