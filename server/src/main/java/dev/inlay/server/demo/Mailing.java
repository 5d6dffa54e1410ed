package dev.inlay.server.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.nio.charset.StandardCharsets;

/**
 * One of the newsletters that the demo's shop sends.
 *
 * @param slug names it in URLs of the demo
 * @param type of its campaign: auto, rolling or manual
 * @param editions when it picks anew, for whoever tries it
 */
enum Mailing {
    FOR_YOU("for-you", "auto", "Picked for you this week", "Good morning!",
            "Two things that you liked lately, and two that go with them.",
            "Each edition picks anew; an edition that was opened keeps its products for good.", """
            {"name": "Picked for you", "type": "auto", "slots": 4,
             "strategies": [{"type": "for_you", "max": 2}, {"type": "related_to_history"}],
             "utm": {"source": "newsletter", "medium": "email", "campaign": "for-you"}}"""),
    SECOND_LOOK("second-look", "rolling", "Still on your mind?", "One more look?",
            "What waits in your cart, and what you saw last.",
            "Picks anew each minute: wait a minute and refresh.", """
            {"name": "Second look", "type": "rolling", "period": "PT1M", "template": "product-card", "slots": 2,
             "strategies": [{"type": "abandoned_cart", "max": 1}, {"type": "last_viewed"}, {"type": "for_you"}],
             "utm": {"source": "newsletter", "medium": "email", "campaign": "second-look"}}"""),
    FRESH("fresh", "manual", "New in, and much loved", "Fresh on the shelf",
            "Two arrivals of the last days, and two things that everybody takes home.",
            "Keeps its products until they are cleared.", """
            {"name": "New in and bestsellers", "type": "manual", "slots": 4,
             "strategies": [{"type": "new_in", "max": 2}, {"type": "bestsellers"}],
             "utm": {"source": "newsletter", "medium": "email", "campaign": "fresh"}}""");

    private final String slug;
    private final String type;
    private final String subject;
    private final String greeting;
    private final String words;
    private final String editions;
    private final String campaign;

    Mailing(String slug, String type, String subject, String greeting, String words, String editions, String campaign) {
        this.slug = slug;
        this.type = type;
        this.subject = subject;
        this.greeting = greeting;
        this.words = words;
        this.editions = editions;
        this.campaign = campaign;
    }

    String slug() {
        return slug;
    }

    String subject() {
        return subject;
    }

    String greeting() {
        return greeting;
    }

    String words() {
        return words;
    }

    String editions() {
        return editions;
    }

    int slots() {
        return json().get("slots").intValue();
    }

    /** Whether each send makes an edition of its own. */
    boolean hasSends() {
        return type.equals("auto");
    }

    /** What makes it pick anew; empty where time does. */
    String button() {
        return switch (type) {
            case "auto" -> "Send a new edition";
            case "manual" -> "Clear locked products";
            default -> "";
        };
    }

    /** The campaign as the management API takes it. */
    ObjectNode json() {
        return Json.parseObject(campaign.getBytes(StandardCharsets.UTF_8));
    }
}
