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
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken(0);
        }
    }

    /** Hands all rows of {@code feed} below its header to {@code rows}. */
    static void read(FeedFile feed, Consumer<DelimitedRow> rows) throws IOException {
        int row = 0;
        try (Reader text = feed.open(); CsvReader<CsvRecord> records = records(feed, text)) {
            Iterator<CsvRecord> iterator = records.iterator();
            List<String> header = header(iterator);
            while (iterator.hasNext()) {
                List<String> cells = iterator.next().getFields();
                rows.accept(DelimitedRow.of(++row, header, cells));
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken(row);
        }
    }

    private static List<String> header(Iterator<CsvRecord> records) {
        return records.hasNext() ? records.next().getFields().stream().map(AttributeName::canonical).toList()
                : List.of();
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
