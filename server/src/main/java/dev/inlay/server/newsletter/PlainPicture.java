package dev.inlay.server.newsletter;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A white rectangle as PNG: what can be sent when nothing can be drawn. */
final class PlainPicture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER = 0x49484452;
    private static final int DATA = 0x49444154;
    private static final int END = 0x49454E44;

    private PlainPicture() {
    }

    static byte[] png(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        byte[] oneBitGray = {1, 0, 0, 0, 0};
        png.writeBytes(chunk(HEADER, ByteBuffer.allocate(13).putInt(width).putInt(height).put(oneBitGray).array()));
        png.writeBytes(chunk(DATA, deflated(rows(width, height))));
        png.writeBytes(chunk(END, new byte[0]));
        return png.toByteArray();
    }

    private static byte[] rows(int width, int height) {
        int row = 1 + (width + 7) / 8;
        byte[] rows = new byte[row * height];
        Arrays.fill(rows, (byte) 0xFF);
        for (int y = 0; y < height; y++) {
            rows[y * row] = 0;
        }
        return rows;
    }

    private static byte[] deflated(byte[] rows) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(rows);
            deflater.finish();
            byte[] buffer = new byte[rows.length + 64];
            return Arrays.copyOf(buffer, deflater.deflate(buffer));
        } finally {
            deflater.end();
        }
    }

    private static byte[] chunk(int type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length).putInt(type).put(data);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), 4, data.length + 4);
        return chunk.putInt((int) checksum.getValue()).array();
    }
}
