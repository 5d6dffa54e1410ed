package dev.inlay.server.newsletter;

import dev.inlay.server.http.Placeholder;
import dev.inlay.server.http.RawQuery;
import dev.inlay.templates.LiveValues;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what is known only when a mail is opened. A first name is drawn and forgotten: it is neither stored nor logged.
 */
final class LiveParser {
    private static final int MAX_NAME = 40;
    private static final Pattern BLANKS = Pattern.compile("\\p{Zs}+");
    /** Letters and their marks, with blanks, hyphens and apostrophes between them. */
    private static final Pattern NAME = Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{M} \\-\u2010\u2011'\u2019]+");

    private final InstantSource time;

    LiveParser(InstantSource time) {
        this.time = time;
    }

    /** A name counts where the campaign draws names and a token, which nobody can make up, says who opens. */
    LiveValues of(Letter letter, RawQuery query) {
        CampaignSettings settings = letter.mailing().settings();
        boolean named = settings.liveText() && letter.recipient() instanceof Recipient.ByToken;
        return new LiveValues(named ? firstName(query) : Optional.empty(), timeLeft(settings));
    }

    /** For somebody without a name. */
    LiveValues of(Mailing mailing) {
        return new LiveValues(Optional.empty(), timeLeft(mailing.settings()));
    }

    /**
     * The first {@code firstName} that is no placeholder, composed (NFC), with single blanks; empty if it is no name of
     * at most 40 characters.
     */
    static Optional<String> firstName(RawQuery query) {
        return query.encodedValues("firstName").stream().map(raw -> RawQuery.decode(raw.replace('+', ' ')))
                .filter(value -> !Placeholder.isPlaceholder(value)).findFirst()
                .map(value -> Normalizer.normalize(BLANKS.matcher(value).replaceAll(" ").strip(), Normalizer.Form.NFC))
                .filter(name -> name.codePointCount(0, name.length()) <= MAX_NAME && NAME.matcher(name).matches());
    }

    private Optional<Duration> timeLeft(CampaignSettings settings) {
        return settings.endsAt().map(end -> Duration.between(time.instant(), end.toInstant()));
    }
}
