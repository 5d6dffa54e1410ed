package dev.inlay.server.bounds;

/** By what calls are counted. */
public enum Limit {
    TRACKING_USER("one trackingUserId"), WEBSITE("one website"), ADDRESS("one address");

    private final String whose;

    Limit(String whose) {
        this.whose = whose;
    }

    String rule(int perMinute) {
        return whose + " must not make more than " + perMinute + " calls a minute";
    }
}
