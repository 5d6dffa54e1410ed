package dev.inlay.server.console;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.http.Routes;
import dev.inlay.server.newsletter.CampaignAccess;
import dev.inlay.server.snippet.Snippet;
import dev.inlay.server.snippet.SnippetMaker;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The page where an operator picks an email service and copies the snippet, below {@code /console}. The installation
 * key comes in the body of the form, with each request; it is in no URL, no cookie and no answer.
 */
public final class SnippetPage implements HttpService {
    private static final String PAGE = "console/snippet.jte";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ConsolePages pages = new ConsolePages();
    private final Access access;
    private final CampaignStore campaigns;
    private final SnippetMaker snippets;

    public SnippetPage(Access access, CampaignStore campaigns, SnippetMaker snippets) {
        this.access = access;
        this.campaigns = campaigns;
        this.snippets = snippets;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/snippet", this::form)
                .post("/snippet", this::snippet)
                .any("/snippet", Routes.methodNotAllowed("GET, POST"))
                .register("/assets", new ConsoleAssets());
    }

    private void form(ServerRequest request, ServerResponse response) {
        RawQuery form = RawQuery.parse(request.prologue().query().rawValue());
        show(response, Status.OK_200, form, Optional.empty(), Optional.empty());
    }

    private void snippet(ServerRequest request, ServerResponse response) {
        RawQuery form = formOf(request);
        try {
            Snippet snippet = snippets.make(campaign(form), form);
            show(response, Status.OK_200, form, Optional.of(snippet), Optional.empty());
        } catch (HttpProblem problem) {
            show(response, problem.status(), form, Optional.empty(), Optional.of(problem.getMessage()));
        }
    }

    private Campaign campaign(RawQuery form) {
        if (!access.isInstallationKey(form.first("key").orElse("").trim())) {
            throw HttpProblem.forbidden("The installation key is not right.");
        }
        return campaigns.find(form.first("campaign").orElse("").trim()).orElseThrow(CampaignAccess::noSuchCampaign);
    }

    private void show(ServerResponse response, Status status, RawQuery form, Optional<Snippet> snippet,
            Optional<String> problem) {
        pages.send(response, status, PAGE, new SnippetView(form, snippets.services().all(), snippet, problem));
    }

    /** In a form, unlike in our URLs, a space is written as {@code +}. */
    private static RawQuery formOf(ServerRequest request) {
        if (!Body.isOfType(request, FORM)) {
            throw HttpProblem.unsupportedMediaType(FORM);
        }
        return RawQuery.parse(new String(Body.bytes(request, Body.LIMIT), StandardCharsets.UTF_8).replace('+', ' '));
    }
}
