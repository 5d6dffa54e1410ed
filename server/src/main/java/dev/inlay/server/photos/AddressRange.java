package dev.inlay.server.photos;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
final class AddressRange {
    private final byte[] first;
    private final int bits;

    AddressRange(String range) {
        String[] parts = range.split("/");
        InetAddress address = parts[0].contains(":") ? Inet6Address.ofLiteral(parts[0])
                : InetAddress.ofLiteral(parts[0]);
        this.first = address.getAddress();
        this.bits = Integer.parseInt(parts[1]);
    }

    static List<AddressRange> all(String... ranges) {
        return Arrays.stream(ranges).map(AddressRange::new).toList();
    }

    /** Whether {@code address}, of 4 or 16 bytes, lies in this range. */
    boolean holds(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        int whole = bits / 8;
        int rest = bits % 8;
        return Arrays.equals(address, 0, whole, first, 0, whole)
                && (rest == 0 || (address[whole] ^ first[whole]) >> 8 - rest == 0);
    }
}
