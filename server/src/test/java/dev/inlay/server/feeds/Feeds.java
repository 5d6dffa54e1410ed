package dev.inlay.server.feeds;

import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Reads feeds in tests as a run does, without a store. */
final class Feeds {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private Feeds() {
    }

    /** What reading a feed gave; {@code products} by number, the last of equal ones. */
    record Result(int rows, int showable, Map<String, Product> products, List<FeedFindings.Finding> warnings) {
        long count(java.util.function.Predicate<Product> wanted) {
            return products.values().stream().filter(wanted).count();
        }

        List<String> messages() {
            return warnings.stream().map(FeedFindings.Finding::message).toList();
        }

        Product only() {
            return products.values().iterator().next();
        }
    }

    private interface Recognition {
        ProductFeedReader reader(FeedFile feed) throws IOException;
    }

    static Website website(String currency, Locale locale) {
        return new Website(1, UUID.fromString("5f1b0c52-76f0-4f5e-9b8f-9a4c4a8f6a01"), "Shop",
                URI.create("https://shop.example/"),
                Currency.getInstance(currency), locale, List.of("shop.example"), WebsiteSettings.DEFAULTS);
    }

    static Result read(Path file) throws IOException {
        return read(file, website("SEK", Locale.of("sv", "SE")));
    }

    static Result read(Path file, Website website) throws IOException {
        return read(Files.readAllBytes(file), website);
    }

    static Result read(String text) throws IOException {
        return read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), website("EUR", Locale.GERMANY));
    }

    static Result read(byte[] bytes, Website website) throws IOException {
        return read(bytes, feed -> ProductFeedReaders.recognize(feed, website));
    }

    static Result read(byte[] bytes, ProductFeedFormat format) throws IOException {
        return read(bytes, feed -> format.reader(website("EUR", Locale.GERMANY)));
    }

    private static Result read(byte[] bytes, Recognition recognition) throws IOException {
        Path copy = Files.write(Files.createTempFile("feed", ".tmp"), bytes);
        Map<String, Product> products = new LinkedHashMap<>();
        ProductImport rows = new ProductImport(NOW);
        rows.handTo(batch -> batch.forEach(product -> products.put(product.productNumber(), product)));
        try (FeedFile feed = FeedFile.take(copy)) {
            recognition.reader(feed).read(feed, rows);
        }
        rows.finish();
        return new Result(rows.rows(), rows.showable(), products, rows.findings().first());
    }
}
