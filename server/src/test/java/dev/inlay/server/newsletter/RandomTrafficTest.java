package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.newsletter.TileVisit.Kind;
import dev.inlay.server.statistics.ByClass;
import dev.inlay.server.statistics.Results;
import dev.inlay.server.statistics.ResultsReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes and whatever breaks, the results are a recount of what was answered. */
class RandomTrafficTest {
    private static final int REQUESTS = 250;
    private static final int THREADS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> CLIENTS = List.of("", "User-Agent: Mozilla/5.0", "User-Agent: curl/8",
            "User-Agent: x (via ggpht.com GoogleImageProxy)", "User-Agent: Mozilla/5.0 (X11) Firefox/144.0",
            "User-Agent: Mozilla/5.0 (X11) Chrome/142.0", "User-Agent: Slackbot-LinkExpanding 1.0");
    private static final List<String> READERS = List.of("userEmail=anna@example.com", "userEmail=bert@example.com",
            "userEmail=stranger@example.com", "customerId=nobody", "userEmail=*|EMAIL|*", "userEmail=", "x=1");

    @TempDir
    static Path folder;

    private static final FaultyStore STORE = new FaultyStore();
    private static TestShop shop;

    @BeforeAll
    static void open() {
        shop = new TestShop(DatabaseSettings.embedded(folder), STORE);
        shop.products(8);
        shop.shopper("anna@example.com");
        shop.shopper("bert@example.com");
        shop.newsletter.warmUp();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void resultsAreARecountOfWhatWasAnswered(long seed) throws Exception {
        Campaign campaign = shop.campaign("'slots':5");
        shop.advanceToNoon();

        send(campaign, new Random(seed), false);

        assertRecount(campaign);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void storeThatFailsNowAndThenCostsNoCount(long seed) throws Exception {
        Campaign campaign = shop.campaign("'slots':5");
        shop.advanceToNoon();

        send(campaign, new Random(seed), true);

        assertRecount(campaign);
    }

    @Test
    void storeThatHangsNeitherHoldsUpTilesNorLosesCounts() throws Exception {
        Campaign campaign = shop.campaign("'slots':5");
        shop.advanceToNoon();
        CountDownLatch hanging = STORE.hang();
        try {
            send(campaign, new Random(6), false);
            assertThat(hanging.getCount()).as("the store still hangs").isEqualTo(1);
        } finally {
            hanging.countDown();
        }

        assertRecount(campaign);
    }

    private static void send(Campaign campaign, Random random, boolean failing) throws Exception {
        shop.visits.clear();
        List<Runnable> requests = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            requests.add(request(campaign, random));
        }
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Runnable request : requests) {
                if (failing && random.nextInt(5) == 0) {
                    STORE.failAt(1 + random.nextInt(20));
                }
                running.add(threads.submit(request));
            }
            for (Future<?> request : running) {
                request.get();
            }
        } finally {
            STORE.calmDown();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (shop.visits.size() < REQUESTS && System.nanoTime() - end < 0) {
            Thread.sleep(1);
        }
        assertThat(shop.visits).as("every request is told of").hasSize(REQUESTS);
    }

    private static Runnable request(Campaign campaign, Random random) {
        String slot = String.valueOf(1 + random.nextInt(7));
        String path = "/serve/tile/" + campaign.id() + "/" + slot + (random.nextInt(3) == 0 ? "/click" : ".png")
                + (random.nextInt(20) == 0 ? "'" : "");
        String query = "?send=" + random.nextInt(3) + "&" + READERS.get(random.nextInt(READERS.size()));
        String client = CLIENTS.get(random.nextInt(CLIENTS.size()));
        String method = random.nextInt(6) == 0 ? "HEAD" : "GET";
        return () -> assertThat(client.isEmpty() ? shop.client.send(method, path + query, "").status()
                : shop.client.send(method, path + query, "", client).status()).isIn(200, 302);
    }

    private static void assertRecount(Campaign campaign) {
        assertThat(shop.recorder.flush(PATIENCE)).isTrue();
        assertEquals(0, shop.recorder.dropped());
        LocalDate today = LocalDate.ofInstant(shop.now.get(), ZoneOffset.UTC);
        Results results = new ResultsReader(shop.statistics, shop.websites, shop.recorder).read(campaign, today, today);
        List<TileVisit> pictures = visits(visit -> visit.kind() == Kind.PICTURE);
        List<TileVisit> clicks = visits(visit -> visit.kind() == Kind.CLICK);

        assertEquals(byClass(pictures), results.pictures());
        assertEquals(asSeen(byClass(clicks)), asSeen(results.clicks()));
        results.slots().forEach(slot -> {
            Predicate<TileVisit> isHere = visit -> visit.slot() == slot.slot();
            assertEquals(byClass(pictures.stream().filter(isHere).toList()), slot.pictures());
            assertEquals(asSeen(byClass(clicks.stream().filter(isHere).toList())), asSeen(slot.clicks()));
        });
        Set<String> products = new HashSet<>();
        results.products().forEach(product -> {
            products.add(product.productNumber());
            Predicate<TileVisit> isIt = visit -> visit.productNumber().equals(Optional.of(product.productNumber()));
            assertEquals(byClass(pictures.stream().filter(isIt).toList()), product.pictures());
            assertEquals(asSeen(byClass(clicks.stream().filter(isIt).toList())), asSeen(product.clicks()));
        });
        assertThat(products).containsAll(shop.visits.stream().filter(visit -> !visit.head())
                .flatMap(visit -> visit.productNumber().stream()).toList());
        assertEquals(1, results.days().size());
        assertEquals(results.pictures(), results.days().getFirst().pictures());
        assertEquals(results.clicks(), results.days().getFirst().clicks());
        assertEquals(count(pictures, visit -> visit.neutral().stream()
                .map(reason -> reason.name().toLowerCase(Locale.ROOT)).toList()), results.neutralReasons());
        assertEquals(results.neutralReasons().values().stream().mapToLong(Long::longValue).sum(), results.neutral());
        Map<String, Long> audiences = count(pictures,
                visit -> List.of(visit.letter().orElseThrow().audience().get().name()));
        assertEquals(audiences.getOrDefault("PLACEHOLDER", 0L), results.audience().placeholders());
        assertEquals(audiences.getOrDefault("UNKNOWN", 0L), results.audience().unknown());
        assertEquals(audiences.getOrDefault("ANONYMOUS", 0L), results.audience().anonymous());
    }

    private static List<TileVisit> visits(Predicate<TileVisit> filter) {
        return shop.visits.stream().filter(visit -> !visit.head()).filter(filter).toList();
    }

    private static ByClass byClass(List<TileVisit> visits) {
        return new ByClass(visits.stream()
                .collect(Collectors.groupingBy(TileVisit::requestClass, Collectors.counting())));
    }

    /** Suspects as the persons that they looked like. */
    private static ByClass asSeen(ByClass numbers) {
        return new ByClass(Map.of(
                RequestClass.PERSON, numbers.of(RequestClass.PERSON) + numbers.of(RequestClass.SUSPECT),
                RequestClass.PROXY, numbers.of(RequestClass.PROXY),
                RequestClass.PREFETCH, numbers.of(RequestClass.PREFETCH),
                RequestClass.SCANNER, numbers.of(RequestClass.SCANNER)));
    }

    private static Map<String, Long> count(List<TileVisit> visits, Function<TileVisit, List<String>> names) {
        return visits.stream().flatMap(visit -> names.apply(visit).stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }
}
