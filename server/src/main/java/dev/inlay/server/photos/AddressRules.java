package dev.inlay.server.photos;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses may be asked: public ones and, if the operator allows, loopback and private ones. Link-local
 * addresses, where clouds hand out their secrets, are never asked, nor ranges that no shop can live in. An IPv6 address
 * that stands for an IPv4 address is judged by that; an IPv4-mapped one is an IPv4 address to Java from the begin.
 *
 * @param allowPrivate whether loopback and private ranges are open
 */
record AddressRules(boolean allowPrivate) {
    private static final List<AddressRange> PRIVATE = AddressRange.all("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
            "127.0.0.0/8", "::1/128", "fc00::/7");
    private static final List<AddressRange> NEVER = AddressRange.all("0.0.0.0/8", "1.1.1.0/24", "100.64.0.0/10",
            "168.63.129.16/32", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");
    private static final List<AddressRange> NEVER6 = AddressRange.all("2001::/23", "2001:db8::/32", "3fff::/20",
            "fd00:ec2::/32");
    private static final AddressRange GLOBAL6 = new AddressRange("2000::/3");
    private static final AddressRange NAT64 = new AddressRange("64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = new AddressRange("2002::/16");

    /** Whether {@code address} may be connected to. */
    boolean allow(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? allowFour(bytes) : allowSix(bytes);
    }

    private boolean allowFour(byte[] address) {
        return isIn(PRIVATE, address) ? allowPrivate : !isIn(NEVER, address);
    }

    private boolean allowSix(byte[] address) {
        if (isIn(NEVER6, address)) {
            return false;
        }
        if (isIn(PRIVATE, address)) {
            return allowPrivate;
        }
        if (NAT64.holds(address)) {
            return allowFour(Arrays.copyOfRange(address, 12, 16));
        }
        return GLOBAL6.holds(address) && (!SIX_TO_FOUR.holds(address) || allowFour(Arrays.copyOfRange(address, 2, 6)));
    }

    private static boolean isIn(List<AddressRange> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }
}
