package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.files.SealedFile;
import dev.inlay.server.http.Json;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the rows of an order together wherever they stand, in bounded memory: rows go to files by a hash of their
 * order number, so that all of an order are in one file, and each file is small enough to be read as a whole. Rows name
 * buyers, so that the files are sealed.
 */
final class OrderSorting implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OrderSorting.class.getName());
    private static final int PART_SIZE = 512 * 1024;
    private static final int MAX_PARTS = 256;
    private static final int BUFFER = 8 * 1024;
    private static final String ROW = "row";
    private static final List<String> OF_ORDER = List.of("orderNumber", "date", "total", "email", "customerId");
    private static final List<String> OF_LINE = List.of("productNumber", "url", "quantity", "lineTotal", "price");

    private final List<SealedFile> files = new ArrayList<>();
    private final List<OutputStream> parts = new ArrayList<>();

    private OrderSorting() {
    }

    /** Makes files for all rows of {@code feed}; closing deletes them. */
    static OrderSorting begin(FeedFile feed) throws IOException {
        OrderSorting sorting = new OrderSorting();
        try {
            long count = Math.min(MAX_PARTS, feed.size() / PART_SIZE + 1);
            for (int part = 0; part < count; part++) {
                SealedFile file = feed.beside();
                sorting.files.add(file);
                sorting.parts.add(new BufferedOutputStream(file.begin(), BUFFER));
            }
            return sorting;
        } catch (IOException e) {
            sorting.close();
            throw e;
        }
    }

    /** Adds row {@code row} with the members of its order and of one line. */
    void add(int row, ObjectNode values) {
        int part = Math.floorMod(values.path("orderNumber").asText("").hashCode(), parts.size());
        try {
            parts.get(part).write(Json.bytes(values.put(ROW, row)));
            parts.get(part).write('\n');
        } catch (IOException e) {
            throw FeedFolder.notKept(e);
        }
    }

    /** Hands all orders to {@code rows}, each with all its lines. A row without order number is one of its own. */
    void handTo(OrderRows rows) throws IOException {
        for (OutputStream part : parts) {
            part.flush();
        }
        for (SealedFile file : files) {
            orders(file, rows).values().forEach(order -> hand(order, rows));
        }
    }

    @Override
    public void close() {
        files.forEach(OrderSorting::delete);
    }

    /** What was not written yet is not needed any more; a file that cannot be deleted keeps no other. */
    private static void delete(SealedFile file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A part of a feed, which nobody can read, could not be deleted");
        }
    }

    private static Map<String, ObjectNode> orders(SealedFile file, OrderRows rows) throws IOException {
        Map<String, ObjectNode> orders = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ObjectNode values = (ObjectNode) Json.mapper().readTree(line);
                String number = values.path("orderNumber").asText("");
                if (number.isEmpty()) {
                    hand(begun(values), rows);
                } else {
                    add(orders.computeIfAbsent(number, first -> begun(values)), values, rows);
                }
            }
        }
        return orders;
    }

    private static ObjectNode begun(ObjectNode values) {
        ObjectNode order = values.deepCopy();
        order.remove(OF_LINE);
        order.putArray("products");
        return order;
    }

    private static void add(ObjectNode order, ObjectNode values, OrderRows rows) {
        OF_ORDER.forEach(member -> agree(member, order, values, rows));
        ArrayNode lines = (ArrayNode) order.get("products");
        if (lines.size() <= OrderParser.MAX_LINES) {
            lines.add(values.retain(OF_LINE));
        }
    }

    /** What the first row says counts; another that says something else is told. */
    private static void agree(String member, ObjectNode order, ObjectNode values, OrderRows rows) {
        JsonNode said = values.get(member);
        JsonNode first = order.get(member);
        if (first == null && said != null) {
            order.set(member, said);
        } else if (said != null && !said.equals(first)) {
            rows.warning(values.get(ROW).asInt(), order.path("orderNumber").asText(),
                    member + " is another than in row " + order.get(ROW).asInt() + ", which counts");
        }
    }

    private static void hand(ObjectNode order, OrderRows rows) {
        int row = order.remove(ROW).asInt();
        rows.order(row, order);
    }
}
