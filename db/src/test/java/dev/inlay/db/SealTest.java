package dev.inlay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SealTest {
    private final Seal seal = new Seal(TestStore.SECRET, "test");

    @Test
    void whatWasSealedOpensAgain() {
        assertEquals("l\u00f8se \ud83d\udd11", seal.open("here", seal.close("here", "l\u00f8se \ud83d\udd11")));
        assertEquals("", seal.open("here", seal.close("here", "")));
    }

    @Test
    void sealedBytesTellNothingNotEvenThatTwoAreEqual() {
        byte[] sealed = seal.close("here", "correct horse");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("horse");
        assertThat(seal.close("here", "correct horse")).isNotEqualTo(sealed);
    }

    @Test
    void sealOpensOnlyWhereAndAsItWasMade() {
        byte[] sealed = seal.close("here", "correct horse");
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertRefused(seal, "there", sealed);
        assertRefused(seal, "here", changed);
        assertRefused(seal, "here", new byte[5]);
        assertRefused(new Seal(TestStore.SECRET, "another use"), "here", sealed);
        assertRefused(new Seal(new Secret("another secret of thirty-two bytes".getBytes()), "test"), "here", sealed);
    }

    private static void assertRefused(Seal seal, String place, byte[] sealed) {
        assertThatThrownBy(() -> seal.open(place, sealed)).isInstanceOf(StoreException.class)
                .hasMessage("what was sealed does not open: it was changed, or sealed elsewhere");
    }
}
