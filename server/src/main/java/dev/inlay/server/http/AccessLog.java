package dev.inlay.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** One log line for each request: method, path without query, status, milliseconds. No person, no address of a client. */
public final class AccessLog implements Filter {
    private static final Logger LOG = Logger.getLogger("dev.inlay.access");

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (!LOG.isLoggable(Level.INFO)) {
            chain.proceed();
            return;
        }
        long start = System.nanoTime();
        try {
            chain.proceed();
        } finally {
            LOG.log(line(request, response, (System.nanoTime() - start) / 1_000_000));
        }
    }

    private static LogRecord line(RoutingRequest request, RoutingResponse response, long milliseconds) {
        ObjectNode fields = Json.object()
                .put("method", request.prologue().method().text())
                .put("path", Routes.logged(request))
                .put("status", response.status().code())
                .put("ms", milliseconds);
        LogRecord line = new LogRecord(Level.INFO, "request");
        line.setLoggerName(LOG.getName());
        line.setParameters(new Object[] {fields});
        return line;
    }
}
