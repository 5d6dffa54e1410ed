package dev.inlay.server.tokens;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.inlay.server.files.SealedFile;
import dev.inlay.server.http.InvalidParameterException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * A list of recipients as delimited text: tabs, semicolons or commas, quoted cells, a first row that names the columns.
 * One row at a time is in memory.
 */
final class RecipientList {
    private static final int MAX_ROW = 1024 * 1024;
    private static final char MARK = '\uFEFF';

    private final SealedFile file;
    private final ListEncoding encoding;
    private final char separator;
    private final ListColumns columns;

    /** Reads {@code file} once through; 400 if it is no such list, so that writing it cannot fail half-way. */
    RecipientList(SealedFile file) throws IOException {
        this.file = file;
        encoding = ListEncoding.of(file);
        separator = separator();
        columns = checked();
    }

    /**
     * Writes all rows as they came with the tokens of their people, in UTF-8. Cells are the operator's own: none is
     * changed, not even one that a spreadsheet would take for a formula. Rows without cells are left out.
     */
    void write(CampaignTokens tokens, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (encoding.isMarked()) {
            text.write(MARK);
        }
        try (CsvReader<CsvRecord> records = records(); CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator).build(text)) {
            Iterator<CsvRecord> rows = records.iterator();
            rows.next();
            csv.writeRecord(columns.header());
            rows.forEachRemaining(row -> csv.writeRecord(columns.with(row.getFields(), tokens)));
        }
    }

    private ListColumns checked() throws IOException {
        long row = 1;
        try (CsvReader<CsvRecord> records = records()) {
            Iterator<CsvRecord> rows = records.iterator();
            ListColumns found = ListColumns.of(rows.hasNext() ? rows.next().getFields() : List.of());
            while (rows.hasNext()) {
                found.check(++row, rows.next().getFields());
            }
            return found;
        } catch (CsvParseException | UncheckedIOException e) {
            throw new InvalidParameterException("after row " + row + " a row is larger than " + MAX_ROW / 1024 / 1024
                    + " MB, or a quoted cell never ends");
        }
    }

    private CsvReader<CsvRecord> records() throws IOException {
        return CsvReader.builder().fieldSeparator(separator).maxBufferSize(MAX_ROW).skipEmptyLines(true)
                .allowExtraFields(true).allowMissingFields(true).allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false).ofCsvRecord(encoding.open(file));
    }

    /** The separator that the first line holds most of; a tab wins over all. */
    private char separator() throws IOException {
        char[] head = new char[4_096];
        try (Reader reader = encoding.open(file)) {
            int length = Math.max(0, reader.read(head));
            String line = new String(head, 0, length).stripLeading().lines().findFirst().orElse("");
            if (line.indexOf('\t') >= 0) {
                return '\t';
            }
            return count(line, ';') > count(line, ',') ? ';' : ',';
        }
    }

    private static long count(String line, char separator) {
        return line.chars().filter(character -> character == separator).count();
    }
}
