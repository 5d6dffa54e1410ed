package dev.inlay.db.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.TestStore;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.ProductReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What nobody may find in the files of an installation. */
final class NoAddressAtRestTest {
    private static final String ADDRESS = "zacharias.quint@quux.example";

    @Test
    void noFileHoldsAnAddressThatWasStored() throws IOException {
        try (TestStore store = TestStore.h2()) {
            storeEverywhere(store);
            store.restart();

            for (String trace : List.of(ADDRESS, "zacharias", "quux", "zacharias.quint%40quux.example")) {
                assertThat(filesWith(store.folder(), trace)).isEmpty();
            }
        }
    }

    private static void storeEverywhere(TestStore store) {
        PersonalData people = new PersonalData(TestStore.SECRET);
        IdentityStore identities = new IdentityStore(store.database());
        ActivityStore activities = new ActivityStore(store.database(), identities);
        Owner owner = Owner.of(TrackingUserId.random());
        Association association = new Association(Optional.of(people.customerId(ADDRESS)),
                people.emailKeys(EmailAddress.parse(ADDRESS).orElseThrow()), Source.BROWSER);
        ProductReference product = new ProductReference(Optional.of(people.storable(ADDRESS)),
                people.storableUrl("https://shop.example/p?email=" + ADDRESS));
        activities.recordView(1, owner, product);
        activities.recordCart(1, owner, List.of(product), association);
        activities.recordConversion(1, owner, new Conversion(people.storable("order " + ADDRESS), Optional.empty(),
                List.of(new OrderLine(product, Optional.empty(), Optional.empty()))), association);
    }

    private static List<Path> filesWith(Path folder, String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> read(file).contains(text)).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.size(file) == 0 ? "" : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
