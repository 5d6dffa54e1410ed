package dev.inlay.db.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.StoreContract;
import dev.inlay.db.TestStore;
import dev.inlay.db.activity.IdentityModel.Person;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.WebsiteStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A thousand random lives of a few browsers, accounts and addresses: whom each name leads to and what counts for them
 * is always what {@link IdentityModel} says, also after a restart in between.
 */
abstract class IdentityModelContract extends StoreContract {
    private static final int LIVES = 1_000;
    private static final int STEPS = 12;
    private static final PersonalData PERSONAL_DATA = new PersonalData(TestStore.SECRET);
    private static final List<TrackingUserId> BROWSERS = IntStream.rangeClosed(1, 4)
            .mapToObj(number -> new TrackingUserId("0123456789abcdef0000000" + number)).toList();
    private static final List<CustomerId> CUSTOMERS =
            Stream.of("anna", "Anna", "birk").map(PERSONAL_DATA::customerId).toList();
    private static final List<List<EmailKey>> EMAILS = Stream.of("anna@example.test", "birk@example.test")
            .map(address -> PERSONAL_DATA.emailKeys(EmailAddress.parse(address).orElseThrow())).toList();

    /** One website on which things happen by chance; the number of the life is the seed. */
    private final class Life {
        private final int number;
        private final int website;
        private final Random random;
        private final IdentityModel model = new IdentityModel();
        private int orders;

        private Life(int number, int website) {
            this.number = number;
            this.website = website;
            random = new Random(number);
        }

        private void step() {
            TrackingUserId browser = oneOf(BROWSERS);
            String product = "p" + random.nextInt(5);
            switch (random.nextInt(6)) {
                case 0 -> associate(browser, oneOf(CUSTOMERS), null);
                case 1 -> associate(browser, null, oneOf(EMAILS));
                case 2 -> associate(browser, oneOf(CUSTOMERS), oneOf(EMAILS));
                case 3 -> {
                    activities().recordView(website, Owner.of(browser), ProductReference.ofNumber(product));
                    model.act(browser, EventType.VIEW, product);
                }
                case 4 -> buy(browser, product);
                default -> {
                    CustomerId customer = oneOf(CUSTOMERS);
                    activities().recordView(website, Owner.of(customer), ProductReference.ofNumber(product));
                    model.actOnAccount(customer, EventType.VIEW, product);
                }
            }
        }

        private void associate(TrackingUserId browser, CustomerId customer, List<EmailKey> email) {
            identities().associate(website, browser, new Association(Optional.ofNullable(customer),
                    Optional.ofNullable(email).orElse(List.of()), Source.BROWSER));
            model.associate(browser, customer, email == null ? null : email.getFirst());
        }

        private void buy(TrackingUserId browser, String product) {
            CustomerId customer = random.nextBoolean() ? oneOf(CUSTOMERS) : null;
            activities().recordConversion(website, Owner.of(browser), new Conversion("SO-" + ++orders,
                    Optional.empty(), List.of(new OrderLine(ProductReference.ofNumber(product), Optional.empty(),
                            Optional.empty()))),
                    new Association(Optional.ofNullable(customer), List.of(), Source.BROWSER));
            if (customer != null) {
                model.associate(browser, customer, null);
            }
            model.act(browser, EventType.PURCHASE, product);
        }

        private void check() {
            for (TrackingUserId browser : BROWSERS) {
                check("tracking user " + browser, identities().resolveTrackingUser(website, browser),
                        model.byTrackingUser(browser));
            }
            for (CustomerId customer : CUSTOMERS) {
                check("customer " + customer, identities().resolveCustomer(website, List.of(customer)),
                        model.byCustomer(customer));
            }
            for (List<EmailKey> email : EMAILS) {
                EmailKey asked = email.get(random.nextInt(email.size()));
                check("email by " + asked.digest(), identities().resolveEmail(website, List.of(asked)),
                        model.byEmail(email.getFirst()));
            }
        }

        private void check(String name, Identity found, Optional<Person> expected) {
            String place = "life " + number + ", " + name;
            switch (found) {
                case Identity.Unknown() -> assertThat(expected).as(place).isEmpty();
                case Identity.Known known -> {
                    Person person = expected.orElseThrow(() -> new AssertionError(place + " should be unknown"));
                    assertThat(known.trackingUsers()).as(place).isEqualTo(person.trackingUsers());
                    assertThat(known.customer()).as(place).isEqualTo(person.customer());
                    assertThat(deeds(known)).as(place).isEqualTo(person.deeds().stream()
                            .map(deed -> deed.type() + " " + deed.product()).toList());
                }
            }
        }

        private List<String> deeds(Identity known) {
            History history = activities().historyOf(website, known);
            return Stream.concat(history.events().stream(), history.purchases().stream())
                    .sorted(Comparator.comparingLong(Event::seen).reversed())
                    .map(event -> event.type() + " " + event.product().productNumber().orElseThrow()).toList();
        }

        private <T> T oneOf(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }

    @Test
    void everyNameLeadsWhereTheRulesSay() throws Exception {
        List<Life> lives = lives();

        inAll(lives, life -> IntStream.range(0, STEPS / 2).forEach(step -> life.step()));
        inAll(lives, Life::check);
        store.restart();
        inAll(lives, Life::check);
        inAll(lives, life -> IntStream.range(0, STEPS / 2).forEach(step -> life.step()));
        inAll(lives, Life::check);
    }

    private List<Life> lives() {
        try (WebsiteStore websites = new WebsiteStore(database(), TestStore.SECRET)) {
            return IntStream.range(0, LIVES).mapToObj(number -> new Life(number, websites.create(SHOP).id())).toList();
        }
    }

    /** Lives go on side by side, each step of one after the other. */
    private static void inAll(List<Life> lives, Consumer<Life> deed) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8, Thread.ofVirtual().factory())) {
            List<Future<?>> running = lives.stream().<Future<?>>map(life -> threads.submit(() -> deed.accept(life)))
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    private IdentityStore identities() {
        return new IdentityStore(database());
    }

    private ActivityStore activities() {
        return new ActivityStore(database(), identities());
    }
}
