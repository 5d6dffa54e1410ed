package dev.inlay.templates;

import dev.inlay.templates.splice.Blocks;
import dev.inlay.templates.splice.CodedPicture;
import dev.inlay.templates.splice.PictureFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The tile of a product, coded but for what is live: one for all recipients. Immutable.
 */
public final class CodedTile {
    /** "Inl", and the number of this way to write it. */
    private static final int MAGIC = 'I' << 24 | 'n' << 16 | 'l' << 8 | 1;
    private static final int CHECKSUM = 4;

    private final CodedPicture picture;
    private final SortedMap<String, String> product;

    /** {@code product} is what the live parts show of the product. */
    CodedTile(CodedPicture picture, SortedMap<String, String> product) {
        this.picture = picture;
        this.product = Collections.unmodifiableSortedMap(product);
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws IOException if the bytes are no such tile, or were damaged
     */
    public static CodedTile read(byte[] bytes) throws IOException {
        int end = bytes.length - CHECKSUM;
        if (end < 0 || new Blocks(bytes, end, bytes.length).number(CHECKSUM) != checksum(bytes, end)) {
            throw new IOException("no coded tile, or a damaged one");
        }
        Blocks in = new Blocks(bytes, 0, end);
        if (in.number(4) != MAGIC) {
            throw new IOException("no coded tile of this version");
        }
        SortedMap<String, String> product = new TreeMap<>();
        for (int count = in.number(2); count > 0; count--) {
            product.put(text(in), text(in));
        }
        CodedTile tile = new CodedTile(PictureFile.read(in), product);
        if (!in.atEnd()) {
            throw new IOException("more than a coded tile");
        }
        return tile;
    }

    /** As a file of ours; nobody else reads it. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(weight() + 1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeShort(product.size());
            for (Map.Entry<String, String> entry : product.entrySet()) {
                Blocks.write(entry.getKey().getBytes(StandardCharsets.UTF_8), out);
                Blocks.write(entry.getValue().getBytes(StandardCharsets.UTF_8), out);
            }
            PictureFile.write(picture, out);
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** How much memory it takes, in bytes. */
    public int weight() {
        return picture.weight()
                + product.values().stream().mapToInt(text -> 128 + 2 * text.length()).sum();
    }

    CodedPicture picture() {
        return picture;
    }

    Map<String, String> product() {
        return product;
    }

    private static String text(Blocks in) throws IOException {
        return new String(in.block(), StandardCharsets.UTF_8);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
