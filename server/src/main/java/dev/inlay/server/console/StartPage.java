package dev.inlay.server.console;

/** The first page of a website: how far it is. */
final class StartPage {
    void routing(Gate gate) {
        gate.get("", call -> call.show("start", "Start", call.website().name(), call.website()));
    }
}
