package dev.inlay.db.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.inlay.db.Secret;
import dev.inlay.db.StoreContract;
import dev.inlay.db.TestStore;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PersonalData;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What recipient tokens promise on every database. */
abstract class RecipientTokensContract extends StoreContract {
    private static final String CAMPAIGN = "abcdefghijklmnop";
    private static final String ADDRESS = "anna@example.test";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. %";
    private static final PersonalData PEOPLE = new PersonalData(TestStore.SECRET);
    private static final Owner ANNA =
            Owner.of(PEOPLE.emailKeys(EmailAddress.parse(ADDRESS).orElseThrow()).getFirst());

    private TokenKeyStore keys;
    private RecipientTokens tokens;

    @BeforeEach
    void open() {
        keys = new TokenKeyStore(database());
        tokens = new RecipientTokens(TestStore.SECRET, keys);
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void tokenLeadsToWhomItWasMadeFor() {
        String token = mint(ANNA);

        assertThat(token).matches("[A-Za-z0-9_-]{72}");
        assertEquals(Optional.of(ANNA), read(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "C-1042", "顧客番号・東京 0042", "😀😀😀😀😀😀😀😀😀", "anna@example.test", "zero\u200bwidth",
        "123456789012345678901234567890123", "1234567890123456789012345678901234"})
    void customersOfAnyScriptHaveTokens(String customerId) {
        Owner customer = customer(customerId);

        assertEquals(Optional.of(customer), read(mint(customer)));
        assertThat(mint(customer)).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void longestIdHasATokenToo() {
        Owner customer = customer("顧".repeat(255));

        assertEquals(Optional.of(customer), read(mint(customer)));
    }

    @Test
    void kindAndLengthOfAShortNameDoNotShow() {
        Set<Integer> lengths = IntStream.rangeClosed(1, 33).mapToObj("x"::repeat)
                .map(id -> mint(customer(id)).length()).collect(Collectors.toSet());

        assertEquals(Set.of(mint(ANNA).length()), lengths);
    }

    @Test
    void samePersonHasTheSameTokenUntilTheKeyChanges() {
        String token = mint(ANNA);
        assertEquals(token, mint(ANNA));

        keys.rotate(shop);

        assertNotEquals(token, mint(ANNA));
        assertEquals(mint(ANNA), mint(ANNA));
    }

    @Test
    void tokenIsReadForItsOwnWebsiteCampaignAndInstallationOnly() {
        String token = mint(ANNA);

        assertEquals(Optional.empty(), tokens.read(newWebsite(), CAMPAIGN, token));
        assertEquals(Optional.empty(), tokens.read(shop, "bbcdefghijklmnop", token));
        assertEquals(Optional.empty(), new RecipientTokens(new Secret("another secret of 32 bytes long!".getBytes(
                StandardCharsets.UTF_8)), keys).read(shop, CAMPAIGN, token));
    }

    @Test
    void twoKeysLiveAndTheThirdEndsTheFirst() {
        String first = mint(ANNA);
        assertEquals(1, keys.newest(shop));
        assertEquals(2, keys.rotate(shop));
        String second = mint(ANNA);
        assertEquals(Optional.of(ANNA), read(first));
        assertEquals(Optional.of(ANNA), read(second));

        assertEquals(3, keys.rotate(shop));

        assertEquals(Optional.empty(), read(first));
        assertEquals(Optional.of(ANNA), read(second));
        assertEquals(Optional.of(ANNA), read(mint(ANNA)));
        assertEquals(1, keys.newest(newWebsite()));
    }

    @Test
    void otherNodesFollow() {
        try (TokenKeyStore elsewhere = new TokenKeyStore(database())) {
            RecipientTokens there = new RecipientTokens(TestStore.SECRET, elsewhere);
            String first = mint(ANNA);
            keys.rotate(shop);
            assertEquals(Optional.of(ANNA), there.read(shop, CAMPAIGN, mint(ANNA)), "before it hears of the key");
            keys.rotate(shop);

            await(() -> elsewhere.newest(shop) == 3);
            assertEquals(Optional.empty(), there.read(shop, CAMPAIGN, first));
        }
    }

    @Test
    void keyOutlivesARestart() {
        keys.rotate(shop);
        keys.close();

        keys = new TokenKeyStore(database());

        assertEquals(2, keys.newest(shop));
    }

    @Test
    void noneOfManyChangedTokensIsTaken() {
        int tried = 0;
        for (String id : new String[] {"C-1", "C-2", "a customer with a rather long id of his own"}) {
            String token = mint(customer(id));
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++, tried++) {
                byte[] changed = bytes.clone();
                changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
            }
            for (int at = 0; at < token.length(); at++) {
                for (int i = 0; i < LETTERS.length(); i++, tried++) {
                    String changed = token.substring(0, at) + LETTERS.charAt(i) + token.substring(at + 1);
                    if (!changed.equals(token)) {
                        assertRefused(changed);
                    }
                }
                assertRefused(token.substring(0, at));
                assertRefused(token.substring(0, at) + token.substring(at + 1));
                assertRefused(token.substring(at) + token.substring(0, at) + "A");
            }
        }
        assertThat(tried).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A", "AAAA", "forged", "AAAB", "%", "é", "\ud800",
        "AAABAAAAAAAAAAAAAAAAAAAAAAAAAA", "anna@example.test", "==", "////"})
    void whatIsNoTokenIsRefused(String text) {
        assertRefused(text);
        assertRefused(mint(ANNA) + text + "=");
    }

    @Test
    void nothingOfThePersonCanBeReadInAToken() {
        String id = "readable-customer-id";
        for (String token : new String[] {mint(customer(id)), mint(ANNA), mint(customer(ADDRESS))}) {
            String text = token + new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1);
            String hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(token));

            assertThat(text).doesNotContain("readable", "anna", "example", "@");
            assertThat(hex).doesNotContain(ANNA.id(), ANNA.id().substring(2, 18), HexFormat.of().formatHex(
                    id.substring(0, 4).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private String mint(Owner person) {
        return tokens.mint(shop, CAMPAIGN).token(person);
    }

    private Optional<Owner> read(String token) {
        return tokens.read(shop, CAMPAIGN, token);
    }

    private void assertRefused(String token) {
        assertEquals(Optional.empty(), read(token), token);
    }

    private static Owner customer(String id) {
        return Owner.of(PEOPLE.customerId(id));
    }
}
