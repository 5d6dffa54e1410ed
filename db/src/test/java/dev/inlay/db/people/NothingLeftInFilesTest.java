package dev.inlay.db.people;

import static dev.inlay.db.people.TestPeople.association;
import static dev.inlay.db.people.TestPeople.customer;
import static dev.inlay.db.people.TestPeople.email;
import static dev.inlay.db.people.TestPeople.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.Compaction;
import dev.inlay.db.StoreContract;
import dev.inlay.db.TestStore;
import dev.inlay.db.consent.Consent.State;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Byte for byte: what the files of an installation hold of an erased person once they were compacted. */
final class NothingLeftInFilesTest extends StoreContract {
    private static final String CUSTOMER = "kunde-4711-quux";
    private static final String ADDRESS = "zacharias.quint@quux.example";

    private final TrackingUserId phone = TrackingUserId.random();

    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }

    @Test
    void noByteIsLeftOfAnErasedPerson() {
        TestPeople people = new TestPeople(database(), shop, store.time());
        people.belongs(phone, CUSTOMER, ADDRESS);
        people.views(phone, "stove");
        people.fills(phone, "lamp");
        people.orders(Owner.of(phone), "quux-order", association(CUSTOMER, ADDRESS), "stove");
        people.orders(Owner.of(customer(CUSTOMER)), "quux-order-2", association("", ADDRESS), "tent");
        people.lock(recipient(customer(CUSTOMER)), "s1", "stove");
        people.lock(TestPeople.byToken(Owner.of(customer(CUSTOMER))), "s1", "stove");
        people.lock(TestPeople.byToken(Owner.of(email(ADDRESS).getFirst())), "s1", "stove");
        people.says(Named.of(phone), State.GRANTED, "said on the quux phone");
        people.says(Named.byCustomer(List.of(customer(CUSTOMER))), State.DENIED, "said in the quux shop");
        people.says(Named.byEmail(List.of(email(ADDRESS).getLast())), State.DENIED, "said in a quux mail");
        people.clicks(recipient(email(ADDRESS).getFirst()), TestPeople.NOON, "stove");
        store.restart();
        assertThat(found(CUSTOMER.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(found(phone.value().getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(found(email(ADDRESS).getFirst().bytes())).isTrue();
        assertThat(found(recipient(customer(CUSTOMER)))).isTrue();
        assertThat(found(TestPeople.byToken(Owner.of(customer(CUSTOMER))))).isTrue();
        assertThat(found("said in a quux mail".getBytes(StandardCharsets.UTF_8))).isTrue();

        people = new TestPeople(database(), shop, store.time());
        people.erase(new Subject.OfCustomer(customer(CUSTOMER))).orElseThrow();
        store.time().advance(Duration.ofMinutes(2));
        people.erasures.goOn(Duration.ZERO);
        store.restart(folder -> Compaction.run(store.settings()));

        for (String text : List.of(CUSTOMER, phone.value(), "quux-order", ADDRESS, "said on the quux phone",
                "said in the quux shop", "said in a quux mail")) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE,
                    StandardCharsets.UTF_16LE)) {
                assertThat(found(text.getBytes(charset))).as(text + " in " + charset).isFalse();
            }
        }
        assertThat(found(HexFormat.of().parseHex(phone.value()))).isFalse();
        for (EmailKey key : email(ADDRESS)) {
            assertThat(found(key.bytes())).isFalse();
            assertThat(found(key.hex().getBytes(StandardCharsets.UTF_8))).isFalse();
            assertThat(found(recipient(key))).isFalse();
        }
        assertThat(found(recipient(customer(CUSTOMER)))).isFalse();
        assertThat(found(TestPeople.byToken(Owner.of(customer(CUSTOMER))))).isFalse();
        assertThat(found(TestPeople.byToken(Owner.of(email(ADDRESS).getFirst())))).isFalse();
    }

    private boolean found(byte[] bytes) {
        String wanted = latin(bytes);
        try (Stream<Path> files = Files.walk(store.folder())) {
            return files.filter(Files::isRegularFile).anyMatch(file -> latin(read(file)).contains(wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.size(file) == 0 ? new byte[0] : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One character for each byte. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
