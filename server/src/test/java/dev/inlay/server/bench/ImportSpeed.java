package dev.inlay.server.bench;

import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Lines of history over HTTP beside {@link BareInsert} of as many rows, in turn, into the same store. */
final class ImportSpeed {
    private static final int ROUNDS = 5;
    private static final int LINES = 20_000;
    private static final int BARE_BATCH = 500;

    /** Lines and rows in a second, and their ratio round by round. */
    record Figures(Spread lines, Spread bareRows, Spread ratio) { }

    private ImportSpeed() {
    }

    static Figures measure(BenchStore store) throws Exception {
        List<Double> lines = new ArrayList<>();
        List<Double> rows = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        try (TestServer server = new TestServer(store.settings())) {
            Website website = server.website(WebsiteSettings.DEFAULTS);
            String key = server.key(website, Scope.INGEST);
            BareInsert bare = new BareInsert(store.settings().url(), BARE_BATCH);
            for (int round = -1; round < ROUNDS; round++) {
                double ours = linesPerSecond(server, website, key);
                double theirs = bare.rowsPerSecond(LINES);
                if (round >= 0) {
                    lines.add(ours);
                    rows.add(theirs);
                    ratio.add(ours / theirs);
                }
            }
        }
        return new Figures(Spread.of(lines), Spread.of(rows), Spread.of(ratio));
    }

    private static double linesPerSecond(TestServer server, Website website, String key) {
        String body = lines();
        long begin = System.nanoTime();
        HttpResponse<String> answer =
                server.manage("POST", "/api/websites/" + website.uuid() + "/activity", key, body);
        long took = System.nanoTime() - begin;
        if (!answer.body().contains("\"imported\":" + LINES)) {
            throw new IllegalStateException("the import answered " + answer.body());
        }
        return LINES * 1e9 / took;
    }

    private static String lines() {
        StringBuilder lines = new StringBuilder();
        long now = System.currentTimeMillis();
        for (int line = 0; line < LINES; line++) {
            lines.append("{\"type\":\"view\",\"trackingUserId\":\"%024x\",\"productNumber\":\"P%d\",\"time\":\"%s\"}\n"
                    .formatted(ThreadLocalRandom.current().nextInt(1, 5_000), line % 500,
                            Instant.ofEpochMilli(now - LINES + line)));
        }
        return lines.toString();
    }
}
