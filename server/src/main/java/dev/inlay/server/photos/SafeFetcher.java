package dev.inlay.server.photos;

import dev.inlay.db.feed.SourceVersion;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way to foreign servers, for feeds and photos. Only http and https, only addresses that {@link AddressRules}
 * allow, and the connection goes to the very address that was checked, at every one of at most three redirects. No
 * proxy, no cookies, a limit of bytes counted while reading, and a deadline for all.
 */
public final class SafeFetcher {
    /** How a fetch ends. */
    public sealed interface Outcome {
        /** All {@code bytes} of the answer were written. */
        record Fetched(long bytes, SourceVersion version) implements Outcome { }

        /** The server still calls its answer what the request knows; nothing was written. */
        record Unchanged() implements Outcome { }

        /** {@code reason} is one line for the operator and holds nothing of the answer. */
        record Failed(String reason) implements Outcome { }
    }

    private static final int MAX_REDIRECTS = 3;
    private static final long LEAVE_MILLIS = 1_000;

    private final SourceRules rules;

    /** {@code allowPrivate}: the operator's word that sources may be on loopback and private addresses. */
    public SafeFetcher(boolean allowPrivate) {
        this(allowPrivate, InetAddress::getAllByName);
    }

    SafeFetcher(boolean allowPrivate, SourceRules.Resolver resolver) {
        this.rules = new SourceRules(allowPrivate, resolver);
    }

    /** Fetches {@code url} into {@code target}, which may hold a part of the answer if that fails. */
    public Outcome fetch(String url, FetchLimits limits, OutputStream target) {
        return fetch(FetchRequest.of(url), limits, target);
    }

    /** As {@link #fetch(String, FetchLimits, OutputStream)}, with all that {@code request} asks for. */
    public Outcome fetch(FetchRequest request, FetchLimits limits, OutputStream target) {
        FutureTask<Outcome> task = new FutureTask<>(() -> follow(request, limits, target));
        Thread thread = Thread.ofVirtual().name("fetch").start(task);
        try {
            return task.get(limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return stop(task, thread, "not finished within " + limits.deadline().toSeconds() + " s");
        } catch (InterruptedException e) {
            Outcome outcome = stop(task, thread, "interrupted");
            Thread.currentThread().interrupt();
            return outcome;
        } catch (ExecutionException e) {
            return new Outcome.Failed(Hop.reason(e.getCause()));
        }
    }

    private Outcome follow(FetchRequest request, FetchLimits limits, OutputStream target) {
        Optional<WebUrl> next = WebUrl.parse(request.url());
        FetchRequest asked = request;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            if (next.isEmpty()) {
                return new Outcome.Failed("no http or https URL");
            }
            switch (rules.check(next.get())) {
                case SourceRules.Outcome.Refused(String reason) -> {
                    return new Outcome.Failed(reason);
                }
                case SourceRules.Outcome.Allowed allowed -> {
                    switch (Hop.ask(allowed, asked, limits, target)) {
                        case Hop.Answer.Ended(Outcome outcome) -> {
                            return outcome;
                        }
                        case Hop.Answer.Redirect(Optional<WebUrl> location) -> {
                            asked = asked.redirected(allowed.url(), location);
                            next = location;
                        }
                    }
                }
            }
        }
        return new Outcome.Failed("more than " + MAX_REDIRECTS + " redirects");
    }

    /** An interrupted virtual thread closes the socket that it waits for. */
    private static Outcome stop(FutureTask<Outcome> task, Thread thread, String reason) {
        task.cancel(true);
        try {
            thread.join(LEAVE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Outcome.Failed(reason);
    }
}
