package dev.inlay.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.regex.Pattern;

/**
 * The log: one JSON object a line on standard output. Never holds an address, and of foreign exceptions the class and the
 * place but not the message, since database drivers print values there.
 */
public final class JsonLog extends Formatter {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\"'<>(),;=]*(?:@|%40)[^\\s\"'<>(),;]*");
    private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"']*");
    private static final int FRAMES = 20;
    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger OURS = Logger.getLogger("dev.inlay");

    /** Sends all logging of this process here: ours from INFO, that of libraries from WARNING. */
    public static void install() {
        install(System.out, Level.INFO);
    }

    /** Sends what is WARNING or worse to standard error: for commands whose output somebody reads. */
    public static void installQuietly() {
        install(System.err, Level.WARNING);
    }

    private static void install(PrintStream stream, Level ours) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(handler(stream));
        OURS.setLevel(ours);
    }

    private static StreamHandler handler(PrintStream stream) {
        StreamHandler handler = new StreamHandler(
                new PrintStream(stream, true, StandardCharsets.UTF_8), new JsonLog()) {
            @Override
            public synchronized void publish(LogRecord record) {
                super.publish(record);
                flush();
            }
        };
        handler.setLevel(Level.ALL);
        return handler;
    }

    @Override
    public String format(LogRecord record) {
        ObjectNode line = Json.object()
                .put("time", record.getInstant().toString())
                .put("level", record.getLevel().getName())
                .put("logger", record.getLoggerName());
        if (record.getParameters() != null && record.getParameters().length == 1
                && record.getParameters()[0] instanceof ObjectNode fields) {
            line.setAll(fields);
        } else {
            line.put("message", redacted(formatMessage(record)));
        }
        if (record.getThrown() != null) {
            describe(record.getThrown(), line);
        }
        return new String(Json.bytes(line), StandardCharsets.UTF_8) + "\n";
    }

    private static void describe(Throwable thrown, ObjectNode line) {
        ArrayNode trace = line.putArray("thrown");
        for (Throwable cause = thrown; cause != null && trace.size() < 3 * FRAMES; cause = cause.getCause()) {
            boolean ours = cause.getClass().getName().startsWith("dev.inlay.");
            trace.add(cause.getClass().getName() + (ours ? ": " + redacted(cause.getMessage()) : ""));
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
                trace.add("at " + frames[i]);
            }
        }
    }

    private static String redacted(String message) {
        return message == null ? "" : ADDRESS.matcher(QUERY.matcher(message).replaceAll("")).replaceAll("(redacted)");
    }
}
