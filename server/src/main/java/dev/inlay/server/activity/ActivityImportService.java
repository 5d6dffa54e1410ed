package dev.inlay.server.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.StoreException;
import dev.inlay.db.activity.ActivityImport;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Routes;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.zip.GZIPInputStream;

/**
 * Takes history from elsewhere (contract 5.8), below {@code /api/websites/{websiteUuid}}: one event a line, plain or
 * packed with gzip, read while it is stored. An import that ended in the middle says how far it came.
 */
public final class ActivityImportService implements HttpService {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Access access;
    private final ActivityImport store;
    private final CatalogueStore catalogues;
    private final PersonalData personalData;
    private final InstantSource time;
    private final Duration patience;

    public ActivityImportService(Access access, ActivityImport store, CatalogueStore catalogues,
            PersonalData personalData, InstantSource time) {
        this(access, store, catalogues, personalData, time, PATIENCE);
    }

    /** Waits {@code patience} for a store that is busy. */
    ActivityImportService(Access access, ActivityImport store, CatalogueStore catalogues, PersonalData personalData,
            InstantSource time, Duration patience) {
        this.access = access;
        this.store = store;
        this.catalogues = catalogues;
        this.personalData = personalData;
        this.time = time;
        this.patience = patience;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/activity", this::add).any("/activity", Routes.methodNotAllowed("GET, POST"));
    }

    private void add(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        if (!Body.isOfType(request, "application/x-ndjson", "application/json", "text/plain",
                "application/octet-stream")) {
            throw HttpProblem.unsupportedMediaType("application/x-ndjson");
        }
        ImportRun run = new ImportRun(website, store, catalogues,
                new LineParser(personalData, website.settings().timeZone(), time), time.instant(), patience);
        try {
            if (request.content().hasEntity()) {
                run.run(new ImportLines(unpacked(request.content().inputStream())));
            }
            Answer.json(response, Status.OK_200, run.report().json());
        } catch (StoreException e) {
            unfinished(response, run, Status.SERVICE_UNAVAILABLE_503, "the store took no more");
        } catch (IOException e) {
            unfinished(response, run, Status.BAD_REQUEST_400, "the body is cut short or damaged");
        }
    }

    /** The rest of the body is not read: the connection ends with the answer. */
    private static void unfinished(ServerResponse response, ImportRun run, Status status, String why) {
        ObjectNode answer = Answer.problemJson(why + ": lines 1 to " + run.lastStored()
                + " are stored; send the rest, or all of it, again");
        answer.put("stored", run.lastStored()).setAll(run.report().json());
        response.header(HeaderValues.CONNECTION_CLOSE);
        Answer.json(response, status, answer);
    }

    private static InputStream unpacked(InputStream body) throws IOException {
        BufferedInputStream in = new BufferedInputStream(body);
        in.mark(2);
        int magic = in.read() << Byte.SIZE | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in) : in;
    }
}
