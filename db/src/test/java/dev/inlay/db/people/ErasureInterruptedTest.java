package dev.inlay.db.people;

import static dev.inlay.db.people.TestPeople.association;
import static dev.inlay.db.people.TestPeople.customer;
import static dev.inlay.db.people.TestPeople.email;
import static dev.inlay.db.people.TestPeople.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.StoreException;
import dev.inlay.db.TestStore;
import dev.inlay.db.TestTime;
import dev.inlay.db.consent.Consent.State;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure whose store goes away after each of its entries in turn: the next start ends it. */
final class ErasureInterruptedTest {
    private static final int SHOP = 1;
    private static final String ANNA = "anna@example.com";

    @TempDir
    private Path folder;
    private final TestTime time = new TestTime(Instant.parse("2026-11-20T10:00:00Z"));
    private final AtomicInteger commitsLeft = new AtomicInteger(Integer.MAX_VALUE);

    @Test
    void whatWasLeftIsErasedByTheNextStartWhereverItStopped() {
        boolean stopped = true;
        int stops = 0;
        for (int commits = 1; stopped; commits++) {
            TrackingUserId phone = TrackingUserId.random();
            TrackingUserId laptop = TrackingUserId.random();
            try (Database database = open()) {
                fill(new TestPeople(database, SHOP, time), phone, laptop);
                commitsLeft.set(commits);
                stopped = isStopped(new TestPeople(database, SHOP, time));
            }
            commitsLeft.set(Integer.MAX_VALUE);
            try (Database database = open()) {
                new TestPeople(database, SHOP, time).erasures.goOn(Duration.ZERO);
                assertNothingLeft(database, phone, laptop);
                time.advance(Duration.ofMinutes(2));
                new TestPeople(database, SHOP, time).erasures.goOn(Duration.ZERO);
                assertThat(database.<Integer>read(handle -> handle.createQuery("SELECT COUNT(*) FROM erasure")
                        .mapTo(Integer.class).one())).isZero();
            }
            stops += stopped ? 1 : 0;
        }
        assertThat(stops).isGreaterThan(8);
    }

    private static void fill(TestPeople people, TrackingUserId phone, TrackingUserId laptop) {
        people.belongs(phone, "anna-1", ANNA);
        people.belongs(laptop, "anna-1", "");
        people.views(phone, "stove");
        people.orders(Owner.of(laptop), "ORDER-1", association("", ANNA), "stove");
        people.lock(recipient(email(ANNA).getFirst()), "s1", "stove");
        people.lock(recipient(customer("anna-1")), "s1", "stove");
        people.says(Named.of(laptop), State.GRANTED, "");
        people.says(Named.byCustomer(List.of(customer("anna-1"))), State.DENIED, "");
        people.says(Named.byEmail(email(ANNA)), State.DENIED, "");
        people.clicks(recipient(customer("anna-1")), TestPeople.NOON, "stove");
    }

    private static boolean isStopped(TestPeople people) {
        try {
            people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();
            return false;
        } catch (StoreException e) {
            return true;
        }
    }

    private void assertNothingLeft(Database database, TrackingUserId phone, TrackingUserId laptop) {
        assertThat(Traces.of(database, SHOP, phone.value())).isEmpty();
        assertThat(Traces.of(database, SHOP, laptop.value())).isEmpty();
        assertThat(Traces.of(database, SHOP, "canna-1")).isEmpty();
        for (EmailKey key : email(ANNA)) {
            assertThat(Traces.of(database, SHOP, key.hex())).isEmpty();
        }
        TestPeople people = new TestPeople(database, SHOP, time);
        assertThat(people.lockHistory.all(SHOP, recipient(customer("anna-1")), 10, 0)).isEmpty();
        assertThat(people.lockHistory.all(SHOP, recipient(email(ANNA).getFirst()), 10, 0)).isEmpty();
    }

    private Database open() {
        return Database.open(DatabaseSettings.embedded(folder), TestStore.SECRET, this::failing, time);
    }

    /** Connections that commit as often as the test lets them, and no more. */
    private DataSource failing(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> {
            if (method.getName().equals("commit") && commitsLeft.getAndDecrement() <= 0) {
                throw new SQLException("the test wants it so", "08000");
            }
            try {
                Object result = method.invoke(target, arguments);
                return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
