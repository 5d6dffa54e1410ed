package dev.inlay.server.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void oneSubscribersAddressesAreOne() {
        assertThat(Network.of("2001:db8:1:2::1")).isEqualTo(Network.of("2001:DB8:1:2:ffff::9"))
                .isNotEqualTo(Network.of("2001:db8:1:3::1"));
        assertThat(Network.of("192.0.2.1")).isEqualTo(Network.of("::ffff:192.0.2.1"))
                .isNotEqualTo(Network.of("192.0.2.2"));
    }

    @Test
    void whatIsNoAddressStandsForItself() {
        assertThat(Network.of("unknown")).isEqualTo(Network.of("unknown")).isNotEqualTo(Network.of("_hidden"));
    }
}
