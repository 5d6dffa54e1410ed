package dev.inlay.db.statistics;

/**
 * Who asks for pictures and clicks, as far as one can tell. Only statistics depend on it: everyone gets the same answer.
 */
public enum RequestClass {
    /** Nothing speaks against a person. */
    PERSON,
    /** A mail service that fetches pictures on behalf of its readers. */
    PROXY,
    /** A mail client that fetches before anybody has opened the mail, perhaps for nobody. */
    PREFETCH,
    /** A program that looks at mail or links: previews, link checkers, whoever does not say who they are. */
    SCANNER,
    /** Looked like a person, but behaved like a program. */
    SUSPECT
}
