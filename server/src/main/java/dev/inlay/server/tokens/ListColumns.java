package dev.inlay.server.tokens;

import dev.inlay.server.http.InvalidParameterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The columns of a list, by its first row. Names count without case, blanks and punctuation.
 *
 * @param header as it comes back: with a column {@code token}, added at the end unless there is one
 * @param width how many columns came
 */
record ListColumns(List<String> header, int width, OptionalInt customerId, OptionalInt email, int token) {
    private static final Set<String> CUSTOMER_ID =
            Set.of("customerid", "customer", "customernumber", "customerno", "customernr", "kundennummer", "kundennr");
    private static final Set<String> EMAIL = Set.of("email", "useremail", "emailaddress", "mail", "mailaddress",
            "subscriberemail", "contactemail", "customeremail", "emailadresse");
    private static final Set<String> TOKEN = Set.of("token");

    /** 400 if no column names a person. */
    static ListColumns of(List<String> names) {
        OptionalInt token = find(names, TOKEN);
        List<String> header = new ArrayList<>(names);
        if (token.isEmpty()) {
            header.add("token");
        }
        ListColumns columns = new ListColumns(List.copyOf(header), names.size(), find(names, CUSTOMER_ID),
                find(names, EMAIL), token.orElse(names.size()));
        if (columns.customerId().isEmpty() && columns.email().isEmpty()) {
            throw new InvalidParameterException("the first row must name the columns, one of them email or customerId");
        }
        return columns;
    }

    /** {@code cells} with the token of their person; without one where they name nobody. */
    List<String> with(List<String> cells, CampaignTokens tokens) {
        List<String> row = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (row.size() < header.size()) {
            row.add("");
        }
        row.set(token, token(cells, tokens).orElse(""));
        return row;
    }

    /** Refuses a row with more cells than columns, of which one would come to stand under {@code token}. */
    void check(long row, List<String> cells) {
        if (cells.size() > width && !cells.subList(width, cells.size()).stream().allMatch(String::isEmpty)) {
            throw new InvalidParameterException(
                    "row " + row + " has " + cells.size() + " cells, the first row names " + width);
        }
    }

    /** As in the URLs of mails, the customer id counts where both are given. */
    private Optional<String> token(List<String> cells, CampaignTokens tokens) {
        return cell(cells, customerId).flatMap(tokens::ofCustomer)
                .or(() -> cell(cells, email).flatMap(tokens::ofEmail));
    }

    private static Optional<String> cell(List<String> cells, OptionalInt column) {
        return column.isPresent() && column.getAsInt() < cells.size()
                ? Optional.of(cells.get(column.getAsInt()).strip()) : Optional.empty();
    }

    private static OptionalInt find(List<String> names, Set<String> meant) {
        return IntStream.range(0, names.size()).filter(column -> meant.contains(letters(names.get(column))))
                .findFirst();
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
