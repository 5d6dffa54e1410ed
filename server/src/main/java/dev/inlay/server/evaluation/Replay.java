package dev.inlay.server.evaluation;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.server.recommendation.PickRules;
import dev.inlay.server.recommendation.Question;
import dev.inlay.server.recommendation.Recommender;
import dev.inlay.server.recommendation.index.SessionIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shop's past, played up to a moment and asked there: the index holds what had happened until then, and no more. */
final class Replay {
    private static final int BATCH = 2_000;

    private final List<PastTouch> touches;
    private final Catalogue catalogue;
    private final SessionIndex index = new SessionIndex();
    private final Recommender recommender = new Recommender();
    /** Products that somebody had touched by then. */
    private final Set<String> known = new HashSet<>();
    private int played;

    /** Of {@code touches}, oldest first; {@code catalogue} holds every product that they, and questions, name. */
    Replay(List<PastTouch> touches, Catalogue catalogue) {
        this.touches = touches;
        this.catalogue = catalogue;
    }

    /** Plays on up to {@code moment}, that included. */
    void playTo(Instant moment) {
        long end = moment.toEpochMilli();
        List<Event> batch = new ArrayList<>();
        for (; played < touches.size() && touches.get(played).millis() <= end; played++) {
            known.add(touches.get(played).product());
            batch.add(touches.get(played).event(played));
            if (batch.size() == BATCH) {
                index.add(List.copyOf(batch), catalogue);
                batch.clear();
            }
        }
        index.add(batch, catalogue);
    }

    /**
     * Up to {@code count} products by {@code rules} for somebody with {@code history}, asked as {@code setting} makes
     * the question, best first; none that nobody had touched by then, since only the future could name it.
     */
    List<Pick> pick(PickRules rules, History history, Instant now, int count, UnaryOperator<Question> setting) {
        Set<String> own = Stream.of(history.events(), history.purchases()).flatMap(Collection::stream)
                .flatMap(event -> event.product().productNumber().stream()).collect(Collectors.toSet());
        Question question = new Question(rules, history, catalogue, index, now, count, 0, List.of());
        return recommender.pick(setting.apply(question)).picks().stream()
                .filter(pick -> known.contains(pick.productNumber()) || own.contains(pick.productNumber()))
                .toList();
    }
}
