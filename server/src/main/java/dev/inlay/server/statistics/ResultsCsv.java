package dev.inlay.server.statistics;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.statistics.Results.Orders;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One table of the results as CSV with a header, for spreadsheets: no cell begins a formula. */
public final class ResultsCsv {
    private static final String FORMULA = "=+-@\t\r\n";
    private static final List<String> NUMBERS = List.of("pictures", "clicks", "personClicks", "orders", "revenue");

    private ResultsCsv() {
    }

    /** @param table {@code days}, {@code products} or {@code slots}; 400 for others */
    public static String write(Results results, String table) {
        return switch (table) {
            case "days" -> csv(row("day", NUMBERS), results.days().stream().map(day ->
                    row(day.day().toString(), numbers(day.pictures(), day.clicks(), day.orders()))).toList());
            case "products" -> csv(row("productNumber", NUMBERS), results.products().stream().map(product ->
                    row(harmless(product.productNumber()),
                            numbers(product.pictures(), product.clicks(), product.orders()))).toList());
            case "slots" -> csv(slotHeader(), results.slots().stream().map(ResultsCsv::slot).toList());
            default -> throw new InvalidParameterException("table", "must be days, products or slots", table);
        };
    }

    /** {@code text} as a spreadsheet shows it: what would begin a formula comes after an apostrophe. */
    public static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static List<String> numbers(ByClass pictures, ByClass clicks, Orders orders) {
        return List.of(String.valueOf(pictures.total()), String.valueOf(clicks.total()),
                String.valueOf(clicks.of(RequestClass.PERSON)), String.valueOf(orders.number()),
                ResultsJson.amount(orders.revenue()).toPlainString());
    }

    private static List<String> slotHeader() {
        List<String> header = new ArrayList<>(List.of("slot"));
        for (String what : List.of("pictures", "clicks")) {
            for (RequestClass requestClass : RequestClass.values()) {
                header.add(what + " " + ResultsJson.name(requestClass));
            }
        }
        return header;
    }

    private static List<String> slot(Results.Slot slot) {
        List<String> row = new ArrayList<>(List.of(String.valueOf(slot.slot())));
        slot.pictures().numbers().values().forEach(number -> row.add(String.valueOf(number)));
        slot.clicks().numbers().values().forEach(number -> row.add(String.valueOf(number)));
        return row;
    }

    private static List<String> row(String first, List<String> others) {
        List<String> row = new ArrayList<>(List.of(first));
        row.addAll(others);
        return row;
    }

    private static String csv(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
