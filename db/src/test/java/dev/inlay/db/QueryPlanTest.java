package dev.inlay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cost follows what a query returns, not how much is stored: asked of H2's plan, since time would not tell. */
final class QueryPlanTest {
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):(\\w+)");
    private static final Path CLASSES = Path.of("target/classes");

    private final TestStore store = TestStore.h2();

    @AfterEach
    void close() {
        store.close();
    }

    @TestFactory
    Stream<DynamicTest> everyLimitedQueryReadsItsIndexInOrder() throws IOException {
        List<String> queries = new ArrayList<>(StoredClock.LATEST);
        daos().flatMap(dao -> Arrays.stream(dao.getDeclaredMethods())).map(QueryPlanTest::query)
                .filter(query -> query.contains("LIMIT")).forEach(queries::add);
        assertThat(queries.size()).isGreaterThan(15);
        return queries.stream().map(query -> DynamicTest.dynamicTest(query, () -> {
            String plan = plan(query);
            assertEquals(count(query, "LIMIT"), count(plan, "/* index sorted */"), plan);
            assertThat(plan).doesNotContain("tableScan");
        }));
    }

    private static Stream<Class<?>> daos() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(CLASSES::relativize).map(Path::toString).filter(name -> name.endsWith("Dao.class"))
                    .<Class<?>>map(QueryPlanTest::load).toList().stream();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(Method method) {
        SqlQuery query = method.getAnnotation(SqlQuery.class);
        return query == null ? "" : query.value();
    }

    private String plan(String query) {
        return store.database().read(handle -> {
            try {
                return plan(handle.getConnection(), query);
            } catch (SQLException e) {
                throw new IllegalStateException(query, e);
            }
        });
    }

    private static String plan(Connection connection, String query) throws SQLException {
        Matcher parameters = PARAMETER.matcher(query);
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + parameters.replaceAll("?"))) {
            for (int index = 1; index <= explain.getParameterMetaData().getParameterCount(); index++) {
                explain.setNull(index, Types.NULL);
            }
            ResultSet plan = explain.executeQuery();
            plan.next();
            return plan.getString(1);
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
