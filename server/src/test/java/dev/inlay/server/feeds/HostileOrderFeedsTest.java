package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.server.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the hostile corpora, as an order feed: each ends soon, in orders or in one clear line. */
class HostileOrderFeedsTest {
    private static final String ORDERS = "<orders><order><ordernumber>A1</ordernumber><total>5</total>"
            + "<date>2026-01-01</date><products><productNumber>%s</productNumber></products></order></orders>";

    static Stream<String> hostile() throws IOException {
        return files("corpora/feeds-hostile");
    }

    static Stream<String> delimited() throws IOException {
        return files("corpora/csv-feeds");
    }

    @ParameterizedTest
    @MethodSource({"hostile", "delimited"})
    void whatIsNoOrderFeedIsRefusedInOneLine(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(Shared.path(file));

        String answer = answer(() -> OrderFeeds.read(bytes, Optional.empty()));

        assertThat(answer).startsWith("refused: ").doesNotContain("root:", "daemon", "\n");
    }

    @ParameterizedTest
    @MethodSource({"hostile", "delimited"})
    void aFormatThatIsNotTrueChangesNothing(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(Shared.path(file));

        for (OrderFeedFormat format : OrderFeedFormat.values()) {
            assertThat(answer(() -> OrderFeeds.read(bytes, Optional.of(format.wire())))).startsWith("refused: ");
        }
    }

    @ParameterizedTest
    @MethodSource("delimited")
    void hostileRowsBelowAGoodHeaderAreReadOrRefused(String file) throws IOException {
        String rows = new String(Files.readAllBytes(Shared.path(file)), StandardCharsets.UTF_8);

        for (String separator : List.of(",", ";", "\t")) {
            String header = "ordernumber,date,total,email,productNumber,quantity\n".replace(",", separator);

            assertThat(answer(() -> OrderFeeds.read(header + "A1,2026-01-01,5,a@example.test,P1,1\n"
                    .replace(",", separator) + rows))).containsAnyOf("read [A1", "read [", "refused: after row",
                    "refused: the feed is no text");
        }
    }

    /** The document types of the corpus, before orders that use their entities. */
    @ParameterizedTest
    @MethodSource("hostile")
    void noEntityIsExpandedInAnOrder(String file) throws IOException {
        String text = new String(Files.readAllBytes(Shared.path(file)), StandardCharsets.UTF_8);
        int begin = text.indexOf("<!DOCTYPE");
        int end = text.indexOf("]>", begin);
        String documentType = begin >= 0 && end > begin ? text.substring(begin, end + 2) : "";

        String answer = answer(() -> OrderFeeds.read(documentType + ORDERS.formatted("&xxe;")));

        assertThat(answer).startsWith(documentType.isEmpty() ? "read " : "refused: XML with a document type");
    }

    private static Stream<String> files(String corpus) throws IOException {
        return Files.readAllLines(Shared.path(corpus + "/manifest.tsv")).stream().skip(1)
                .map(line -> corpus + "/" + Arrays.stream(line.split("\t")).findFirst().orElseThrow());
    }

    private static String answer(Callable<OrderFeeds.Result> reading) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try {
                OrderFeeds.Result result = reading.call();
                return "read " + result.orders().keySet() + result.messages();
            } catch (FeedRefusedException e) {
                return "refused: " + e.getMessage();
            }
        });
    }
}
