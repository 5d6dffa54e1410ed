package dev.inlay.db.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** What {@link CatalogueDao} reads and writes. */
interface ProductRows {
    /**
     * A row of table {@code product}: one revision; {@code contentHash} is the SHA-256 of its attributes, which are
     * JSON, as they were told: without the date of {@link #createdAt}.
     */
    record ProductRow(int websiteId, String productNumber, long sinceRun, String source, byte[] contentHash,
            String attributes) {
        /** The source of products that came one by one, not from a feed. */
        static final String API = "api";

        private static final int MAX_NUMBER = 255;
        private static final int MAX_ATTRIBUTES = 1_000_000;

        static ProductRow of(int websiteId, Product product, long sinceRun, String source) {
            String number = product.productNumber();
            if (number.isEmpty() || number.codePointCount(0, number.length()) > MAX_NUMBER) {
                throw new IllegalArgumentException(
                        "productNumber must have 1 to 255 characters - has " + number.length());
            }
            String attributes = StoredProduct.write(product);
            if (attributes.length() > MAX_ATTRIBUTES) {
                throw new IllegalArgumentException("a product must have at most 1000000 characters - '" + number
                        + "' has " + attributes.length());
            }
            return new ProductRow(websiteId, number, sinceRun, source, hash(attributes), attributes);
        }

        Product product() {
            return StoredProduct.read(attributes);
        }

        /** The same, taken up at {@code time} unless it tells one itself; the hash stays that of what was told. */
        ProductRow createdAt(Instant time) {
            Product product = product();
            return product.created() != null ? this : new ProductRow(websiteId, productNumber, sinceRun, source,
                    contentHash, StoredProduct.write(product.withCreated(time)));
        }

        static byte[] hash(String text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every Java platform", e);
            }
        }
    }
}
