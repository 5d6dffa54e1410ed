package dev.inlay.db.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.inlay.db.Secret;
import dev.inlay.db.TestStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonalDataTest {
    private final PersonalData people = new PersonalData(TestStore.SECRET);

    @Test
    void addressHasOneKeyForEachDigest() {
        List<EmailKey> keys = keys("anna@shop.example");

        assertThat(keys).extracting(EmailKey::digest)
                .containsExactly(EmailKey.Digest.SHA256, EmailKey.Digest.SHA1, EmailKey.Digest.MD5);
        assertThat(keys).allMatch(key -> key.bytes().length == 33 && key.bytes()[0] == 1);
    }

    @Test
    void digestInAUrlLeadsToTheSameKey() throws NoSuchAlgorithmException {
        byte[] address = "anna@shop.example".getBytes(StandardCharsets.UTF_8);
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(address));
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(address));

        assertEquals(Optional.of(keys("anna@shop.example").get(0)), people.emailKey(EmailKey.Digest.SHA256, sha256));
        assertEquals(Optional.of(keys("anna@shop.example").get(2)),
                people.emailKey(EmailKey.Digest.MD5, md5.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "zz34567890123456789012345678901234", "1234567890123456789012345678901g"})
    void whatIsNoDigestHasNoKey(String hex) {
        assertEquals(Optional.empty(), people.emailKey(EmailKey.Digest.MD5, hex));
    }

    @ParameterizedTest
    @CsvSource({"https://a.b/p?x=1#f, https://a.b/p?x=1#f", "https://a.b/p?m=x@y.z&x=1, https://a.b/p?x=1",
        "https://a.b/p?m=x%2540y.z, https://a.b/p", "https://a.b/p#x%40y.z, https://a.b/p",
        "https://a.b/@brand/p, https://a.b/@brand/p"})
    void pageOfTheShopLosesWhatHoldsAnAddress(String url, String kept) {
        assertEquals(kept, PersonalData.withoutAddresses(url));
    }

    @Test
    void keysDependOnTheSecret() {
        byte[] other = new byte[Secret.MIN_LENGTH];
        other[3] = 1;

        assertNotEquals(keys("anna@shop.example"),
                new PersonalData(new Secret(other)).emailKeys(EmailAddress.parse("anna@shop.example").orElseThrow()));
    }

    @Test
    void customerIdIsKeptAsItIs() {
        assertEquals(new CustomerId(" Άννα+1 %41", false), people.customerId(" Άννα+1 %41"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@shop.example", "anna%40shop.example", "anna%2540shop.example",
            "anna%252540shop.example"})
    void customerIdThatIsAnAddressIsHashed(String raw) {
        CustomerId customer = people.customerId(raw);

        assertThat(customer.hashed()).isTrue();
        assertThat(customer.value()).matches("[0-9a-f]{64}");
        assertEquals(customer, people.customerId(raw));
    }

    @Test
    void customerIdHasOneToTwoHundredFiftyFiveCharactersAndNoControls() {
        assertEquals(255, people.customerId("\ud83d\ude00".repeat(255)).value().codePointCount(0, 510));
        assertThrows(IllegalArgumentException.class, () -> people.customerId(""));
        assertThrows(IllegalArgumentException.class, () -> people.customerId("x".repeat(256)));
        assertThrows(IllegalArgumentException.class, () -> people.customerId("a\u0000b"));
        assertThrows(IllegalArgumentException.class, () -> people.customerId("a\nb"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
            "https://shop.example/p#frag https://shop.example/p",
            "https://shop.example/p?id=1&email=anna@x.example&b=2 https://shop.example/p?id=1&b=2",
            "https://shop.example/p?email=anna%40x.example https://shop.example/p",
            "https://shop.example/p?e=anna%252540x.example&id=1 https://shop.example/p?id=1",
            "https://shop.example/p?anna@x.example https://shop.example/p",
            "https://shop.example/@brand/p?a=%zz https://shop.example/@brand/p?a=%zz",
            "/p?id=1 /p?id=1"})
    void storableUrlLosesFragmentAndAddresses(String url, String storable) {
        assertEquals(Optional.of(storable), people.storableUrl(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#x", "https://shop.example/anna@x.example/p", "https://shop.example/anna%40x.example",
            "https://anna:pw@shop.example/p", "https://shop.example/a\u0000b"})
    void urlThatHoldsAnAddressElsewhereIsNotStorable(String url) {
        assertEquals(Optional.empty(), people.storableUrl(url));
    }

    @Test
    void longUrlIsNotStorable() {
        assertEquals(Optional.empty(), people.storableUrl("https://shop.example/" + "x".repeat(2_048)));
    }

    @Test
    void numbersAreStoredAsTheyAreUnlessTheyHoldAnAddress() {
        assertEquals("A-1 ü@2", people.storable("A-1 ü@2"));
        assertThat(people.storable("anna@shop.example")).matches("[0-9a-f]{64}");
        assertThat(people.storable("order of anna%40shop.example")).matches("[0-9a-f]{64}");
        assertThat(people.storable("a\u0000b")).matches("[0-9a-f]{64}");
        assertThat(people.storable("x".repeat(256))).matches("[0-9a-f]{64}");
    }

    @Test
    void lockKeysOfDifferentPartsNeverMeet() {
        assertThat(people.lockKey("recipient", "a", "bc")).hasSize(16)
                .isEqualTo(people.lockKey("recipient", "a", "bc"))
                .isNotEqualTo(people.lockKey("recipient", "ab", "c"))
                .isNotEqualTo(people.lockKey("recipient", "abc"))
                .isNotEqualTo(people.lockKey("send", "a", "bc"));
    }

    private List<EmailKey> keys(String address) {
        return people.emailKeys(EmailAddress.parse(address).orElseThrow());
    }
}
