package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Arm;
import dev.inlay.db.identity.Identity;
import dev.inlay.server.http.Peer;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.newsletter.TileVisit.Kind;
import dev.inlay.server.newsletter.TileVisit.TileLetter;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/** Tells observers what was asked for and answered, once the answer is out. */
final class TileVisits {
    private final CampaignPicks picks;
    private final TileObservers observers;
    private final Faults faults;

    TileVisits(CampaignPicks picks, TileObservers observers, Faults faults) {
        this.picks = picks;
        this.observers = observers;
        this.faults = faults;
    }

    /** @param begin when the request came, by {@link System#nanoTime()} */
    void report(TilePath path, ServerRequest request, RawQuery query, TileAnswer<?> answer, long begin) {
        if (observers.isEmpty()) {
            return;
        }
        try {
            observers.visited(visit(path, request, query, answer, Duration.ofNanos(System.nanoTime() - begin)));
        } catch (RuntimeException e) {
            faults.report("visit is not counted", e);
        }
    }

    /** Nothing was asked for that is a picture or a click. */
    void reportRefused() {
        observers.refused();
    }

    private TileVisit visit(TilePath path, ServerRequest request, RawQuery query, TileAnswer<?> answer, Duration took) {
        return new TileVisit(path.kind() == TilePath.Kind.PICTURE ? Kind.PICTURE : Kind.CLICK,
                request.prologue().method().equals(Method.HEAD),
                RequestClasses.of(request.headers(), path.mutated()),
                answer.letter().map(letter -> letter(letter, answer.arm(), query)),
                path.slot().orElse(0), answer.productNumber(), answer.neutral(),
                answer.answer() instanceof Picture.Unchanged, client(request), took);
    }

    private TileLetter letter(Letter letter, Arm arm, RawQuery query) {
        return new TileLetter(letter.mailing().website().id(), letter.edition().campaign().id(),
                ClickCode.edition(letter.edition()), HexFormat.of().formatHex(letter.lockKey()), arm,
                () -> audience(letter, query),
                () -> picks.mayBeFollowed(letter.mailing().website(), letter.recipient().named()));
    }

    private Audience audience(Letter letter, RawQuery query) {
        if (letter.recipient() instanceof Recipient.Anonymous) {
            return RecipientParser.isPlaceholder(query) ? Audience.PLACEHOLDER : Audience.ANONYMOUS;
        }
        return switch (picks.identify(letter.mailing().website(), letter.recipient().named())) {
            case Identity.Known known -> Audience.KNOWN;
            case Identity.Unknown() -> Audience.UNKNOWN;
        };
    }

    private static int client(ServerRequest request) {
        Optional<String> userAgent = request.headers().first(HeaderNames.USER_AGENT);
        return Objects.hash(userAgent, Peer.origin(request));
    }
}
