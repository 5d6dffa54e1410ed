package dev.inlay.server.newsletter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A store whose calls fail or hang when a test says so. */
final class FaultyStore implements UnaryOperator<DataSource> {
    private final AtomicInteger untilFailure = new AtomicInteger(Integer.MAX_VALUE);
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    /** The {@code n}-th call from now on fails, once. */
    void failAt(int n) {
        untilFailure.set(n);
    }

    /** Whether the failure has not come yet; none comes any more. */
    boolean calmDown() {
        return untilFailure.getAndSet(Integer.MAX_VALUE) > 0;
    }

    /** Every call hangs until the latch is counted down. */
    CountDownLatch hang() {
        hanging = new CountDownLatch(1);
        return hanging;
    }

    @Override
    public DataSource apply(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private Object result(Object result) {
        return switch (result) {
            case Connection connection -> proxy(Connection.class, connection);
            case java.sql.PreparedStatement statement -> proxy(java.sql.PreparedStatement.class, statement);
            case Statement statement -> proxy(Statement.class, statement);
            case null, default -> result;
        };
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> {
            String name = method.getName();
            if (name.equals("getConnection") || name.startsWith("execute") || name.equals("commit")
                    || name.equals("prepareStatement")) {
                trip();
            }
            try {
                return result(method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private void trip() throws SQLException, InterruptedException {
        hanging.await();
        if (untilFailure.decrementAndGet() == 0) {
            throw new SQLException("the test wants it so");
        }
    }
}
