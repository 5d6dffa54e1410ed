package dev.inlay.server.bounds;

import dev.inlay.server.http.Sha256;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Whom a client address stands for: itself or, of an IPv6 address, its /64 network, all of which one subscriber has.
 * What is kept of it is a hash under a salt of this process.
 */
record Network(long hash) {
    private static final int SUBSCRIBER = 8;
    private static final byte[] SALT = salt();

    /** @param address as a socket or a proxy tells it; anything that is no address stands for itself */
    static Network of(String address) {
        byte[] network = network(address);
        byte[] salted = ByteBuffer.allocate(SALT.length + network.length).put(SALT).put(network).array();
        return new Network(ByteBuffer.wrap(Sha256.of(salted)).getLong());
    }

    private static byte[] network(String address) {
        try {
            InetAddress literal = InetAddress.ofLiteral(address);
            return literal instanceof Inet6Address ? Arrays.copyOf(literal.getAddress(), SUBSCRIBER)
                    : literal.getAddress();
        } catch (IllegalArgumentException e) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] salt() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return salt;
    }
}
