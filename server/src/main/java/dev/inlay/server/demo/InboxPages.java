package dev.inlay.server.demo;

import dev.inlay.server.Settings;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.RawQuery;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.function.Supplier;

/**
 * The inbox, as a mail program shows it. The mail itself is a document of its own in a sandbox: it gets what any mail
 * program would get, and a click in it opens the shop.
 */
final class InboxPages implements HttpService {
    /** No script, nothing but pictures of the node; the way out is a link. */
    private static final String MAIL_POLICY = "default-src 'none'; img-src 'self' %s; style-src 'unsafe-inline'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
            + "sandbox allow-popups allow-popups-to-escape-sandbox";

    private final DemoPages pages;
    private final Supplier<OpenShop> shop;
    private final Doors doors;
    private final Outbox outbox = new Outbox();
    private final Mails mails;
    private final Reasons reasons;
    private final String mailPolicy;

    InboxPages(DemoPages pages, Assortment assortment, Supplier<OpenShop> shop, Doors doors, Settings settings) {
        this.pages = pages;
        this.shop = shop;
        this.doors = doors;
        this.mails = new Mails(doors, pages, settings.publicUrl());
        this.reasons = new Reasons(doors, assortment);
        this.mailPolicy = MAIL_POLICY.formatted(settings.publicUrl());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::inbox)
                .get("/mail", this::mail)
                .post("/anew", this::anew);
    }

    private void inbox(ServerRequest request, ServerResponse response) {
        Login login = login(request);
        InboxChoice choice = choice(request, login);
        Recipient recipient = Recipients.find(choice.to(), login);
        pages.send(response, "inbox", new InboxView(choice, Recipients.of(login), recipient, recipient.value(),
                outbox.editions(), reasons.of(shop.get(), choice, recipient), login.isKnown()));
    }

    private void mail(ServerRequest request, ServerResponse response) {
        Login login = login(request);
        InboxChoice choice = choice(request, login);
        pages.send(response, mailPolicy, mails.html(shop.get(), choice, Recipients.find(choice.to(), login)));
    }

    /** Lets a mailing pick anew, by a new edition to everybody or by clearing what is locked, and shows it. */
    private void anew(ServerRequest request, ServerResponse response) {
        InboxChoice choice = InboxChoice.parse(DemoPages.form(request), login(request), outbox);
        if (choice.mailing().hasSends()) {
            DemoPages.seeOther(response, choice.send(outbox.sendAgain()).page());
        } else {
            doors.post(shop.get().api(choice.mailing(), "clear"), Json.object());
            DemoPages.seeOther(response, choice.page());
        }
    }

    private InboxChoice choice(ServerRequest request, Login login) {
        return InboxChoice.parse(RawQuery.parse(request.prologue().query().rawValue()), login, outbox);
    }

    private static Login login(ServerRequest request) {
        return Login.parse(Cookies.LOGIN.read(request));
    }
}
