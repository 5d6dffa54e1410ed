package dev.inlay.server.console;

import dev.inlay.db.website.Website;
import java.util.List;
import java.util.Optional;

/**
 * What surrounds every page: its title, the navigation, the token of its forms.
 *
 * @param section the entry of the navigation that the page belongs to; empty if to none
 * @param website whose pages these are; empty outside of any
 * @param formToken what forms carry; empty if nobody is signed in
 */
public record Frame(String title, String section, Optional<Website> website, List<Website> websites, String formToken,
        Assets assets) {
    /** A part of the console, as the navigation names it. */
    public record Section(String name, String path) { }

    private static final List<Section> SECTIONS = List.of(
            new Section("Start", ""), new Section("Campaigns", "/campaigns"), new Section("Products", "/products"),
            new Section("People", "/people"), new Section("Activity", "/activity"), new Section("Results", "/results"),
            new Section("Settings", "/settings"));

    public List<Section> sections() {
        return SECTIONS;
    }

    public boolean isCurrent(Section other) {
        return other.name().equals(section);
    }

    public boolean isSignedIn() {
        return !formToken.isEmpty();
    }

    /** Where the page {@code rest} ({@code /campaigns}) of the website lies. */
    public String path(String rest) {
        return path(website.orElseThrow(), rest);
    }

    public String path(Website other, String rest) {
        return "/console/websites/" + other.uuid() + rest;
    }

    /** Where a browser finds the style or script called {@code name}. */
    public String asset(String name) {
        return assets.url(name);
    }
}
