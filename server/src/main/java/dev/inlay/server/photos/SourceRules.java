package dev.inlay.server.photos;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/** Decides whether a URL may be fetched, and from which address. */
final class SourceRules {
    /** Finds all addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** What the rules say of a URL. */
    sealed interface Outcome {
        /** {@code url} may be fetched from {@code address}, and from no other. */
        record Allowed(WebUrl url, InetAddress address) implements Outcome { }

        /** {@code reason} is one line. */
        record Refused(String reason) implements Outcome { }
    }

    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    private final AddressRules addresses;
    private final Resolver resolver;

    /** {@code allowPrivate} opens loopback, private addresses and all ports. */
    SourceRules(boolean allowPrivate, Resolver resolver) {
        this.addresses = new AddressRules(allowPrivate);
        this.resolver = resolver;
    }

    /** Resolves the host of {@code url} once; every address it has must be allowed. */
    Outcome check(WebUrl url) {
        if (!addresses.allowPrivate() && !PORTS.contains(url.port())) {
            return new Outcome.Refused("port " + url.port() + " is not allowed: only 80, 443, 8080 and 8443 are");
        }
        try {
            InetAddress[] found = isLiteral(url) ? new InetAddress[] {literal(url.host())}
                    : resolver.resolve(url.host());
            for (InetAddress address : found) {
                if (!addresses.allow(address)) {
                    return new Outcome.Refused("the host has an address that is not public");
                }
            }
            return found.length == 0 ? unknown() : new Outcome.Allowed(url, found[0]);
        } catch (UnknownHostException e) {
            return unknown();
        }
    }

    private static Outcome unknown() {
        return new Outcome.Refused("the host is not known");
    }

    private static boolean isLiteral(WebUrl url) {
        return url.host().startsWith("[") || url.host().matches("[0-9.]+");
    }

    private static InetAddress literal(String host) {
        return InetAddress.ofLiteral(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    }
}
