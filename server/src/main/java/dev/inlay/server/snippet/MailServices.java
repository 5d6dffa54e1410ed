package dev.inlay.server.snippet;

import dev.inlay.server.http.InvalidParameterException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The email services whose merge tags we know, from the resource {@code mail-services.tsv}. */
public final class MailServices {
    private final List<MailService> services;

    private MailServices(List<MailService> services) {
        this.services = services;
    }

    public static MailServices bundled() {
        try (InputStream in = MailServices.class.getResourceAsStream("mail-services.tsv")) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new MailServices(table.lines().skip(1).map(MailServices::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("mail-services.tsv cannot be read", e);
        }
    }

    /** All services in the order of the table, then the custom one. */
    public List<MailService> all() {
        return Stream.concat(services.stream(), Stream.of(MailService.CUSTOM)).toList();
    }

    /** By slug or by full name, whatever its case and punctuation; 400 lists all slugs. */
    MailService named(String name) {
        String wanted = letters(name);
        return all().stream().filter(service -> letters(service.name()).equals(wanted)).findFirst()
                .orElseThrow(() -> new InvalidParameterException("service", "must be one of " + slugs(), name));
    }

    String slugs() {
        return all().stream().map(MailService::slug).collect(Collectors.joining(", "));
    }

    private static String letters(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static MailService parse(String line) {
        String[] cells = line.split("\t", -1);
        return new MailService(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8],
                cells[9]);
    }
}
