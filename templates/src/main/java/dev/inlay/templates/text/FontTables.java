package dev.inlay.templates.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of one face of a font file, read from the file where they are needed; it may hold anything. */
final class FontTables {
    private static final int COLLECTION = 0x74746366;
    private static final int MOST_FACES = 64;
    private static final int MOST_TABLES = 64;
    private static final int LARGEST = 16 << 20;

    private final Path file;
    private final Map<String, Place> places;

    private record Place(long offset, long length) { }

    private FontTables(Path file, Map<String, Place> places) {
        this.file = file;
        this.places = places;
    }

    /** Those of every face of {@code file}: one, or several in a collection. */
    static List<FontTables> of(Path file) throws IOException {
        ByteBuffer start = read(file, 0, 12);
        if (start.getInt(0) != COLLECTION) {
            return List.of(face(file, 0));
        }
        int count = limited(start.getInt(8), MOST_FACES, "faces");
        ByteBuffer offsets = read(file, 12, 4 * count);
        List<FontTables> faces = new ArrayList<>();
        while (offsets.hasRemaining()) {
            faces.add(face(file, Integer.toUnsignedLong(offsets.getInt())));
        }
        return faces;
    }

    boolean has(String tag) {
        return places.containsKey(tag);
    }

    /** The whole table. */
    ByteBuffer table(String tag) throws IOException {
        Place place = place(tag);
        return read(file, place.offset(), limited(place.length(), LARGEST, tag));
    }

    /** {@code length} bytes of the table, those from {@code offset}. */
    ByteBuffer part(String tag, long offset, int length) throws IOException {
        Place place = place(tag);
        if (offset < 0 || length < 0 || offset + length > place.length()) {
            throw new IOException("table " + tag + " ends before " + (offset + length));
        }
        return read(file, place.offset() + offset, limited(length, LARGEST, tag));
    }

    private Place place(String tag) throws IOException {
        Place place = places.get(tag);
        if (place == null) {
            throw new IOException("table " + tag + " is missing");
        }
        return place;
    }

    private static FontTables face(Path file, long offset) throws IOException {
        int count = limited(read(file, offset, 12).getShort(4) & 0xFFFF, MOST_TABLES, "tables");
        ByteBuffer directory = read(file, offset + 12, 16 * count);
        Map<String, Place> places = new HashMap<>();
        for (int at = 0; at < directory.limit(); at += 16) {
            String tag = StandardCharsets.ISO_8859_1.decode(directory.slice(at, 4)).toString();
            places.put(tag, new Place(Integer.toUnsignedLong(directory.getInt(at + 8)),
                    Integer.toUnsignedLong(directory.getInt(at + 12))));
        }
        return new FontTables(file, places);
    }

    private static int limited(long count, int most, String what) throws IOException {
        if (count < 0 || count > most) {
            throw new IOException("more than " + most + " " + what);
        }
        return (int) count;
    }

    private static ByteBuffer read(Path file, long offset, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (offset + length > channel.size()) {
                throw new IOException("file ends before " + (offset + length));
            }
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
                // one read may bring less than was asked for
            }
            if (bytes.hasRemaining()) {
                throw new IOException("file became shorter");
            }
            return bytes.flip();
        }
    }
}
