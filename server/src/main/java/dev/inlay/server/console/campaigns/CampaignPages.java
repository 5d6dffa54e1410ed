package dev.inlay.server.console.campaigns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.console.Gate;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.newsletter.CampaignAccess;
import dev.inlay.server.newsletter.CampaignDraft;
import dev.inlay.server.newsletter.CampaignParser;
import dev.inlay.templates.TemplateLibrary;
import io.helidon.http.Status;
import java.util.Optional;

/** Where campaigns are made, changed and copied. What a campaign may hold, the parser of the API decides. */
public final class CampaignPages implements ConsolePart {
    private static final String SECTION = "Campaigns";
    private static final String LIST = "/campaigns";
    private static final String NEW = "/campaigns/new";
    private static final int MAX_NAME = 200;

    private final CampaignStore campaigns;
    private final CampaignParser parser;
    private final TemplateLibrary templates;

    CampaignPages(CampaignStore campaigns, TemplateLibrary templates) {
        this.campaigns = campaigns;
        this.parser = new CampaignParser(templates);
        this.templates = templates;
    }

    @Override
    public void routing(Gate gate) {
        gate.get(NEW, this::begin)
                .post(NEW, this::create)
                .get("/campaigns/{campaignId}/edit", this::edit)
                .post("/campaigns/{campaignId}/edit", this::change)
                .post("/campaigns/{campaignId}/duplicate", this::duplicate);
    }

    private void begin(ConsoleCall call) {
        ObjectNode defaults = parser.parse(call.website(), Json.object().put("name", "-")).json().put("name", "");
        Looks looks = Looks.of(templates);
        show(call, Status.OK_200, newForm(CampaignFields.of(defaults, looks.templates()), looks, -1));
    }

    private void create(ConsoleCall call) {
        Looks looks = Looks.of(templates);
        FilledForm form = CampaignFields.sent(call.form(), looks.templates());
        Optional<String> step = call.form().first("step");
        if (step.isPresent()) {
            StepRows.Changed changed = StepRows.changed(form.values(), step.get());
            show(call, Status.OK_200, newForm(FilledForm.of(changed.values()), looks, changed.row()));
            return;
        }
        try {
            CampaignDraft draft = parser.parse(call.website(), CampaignFields.json(form, looks.templates()));
            Campaign made = campaigns.create(call.website().id(), draft.type(), draft.period(), draft.slots(),
                    draft.json());
            call.redirect(path(made) + "?done=made");
        } catch (InvalidParameterException e) {
            show(call, Status.BAD_REQUEST_400, newForm(form.with(e), looks, -1));
        }
    }

    private void edit(ConsoleCall call) {
        Campaign campaign = find(campaigns, call);
        Looks looks = looks(campaign);
        show(call, Status.OK_200,
                form(campaign, CampaignFields.of(campaign.settings(), looks.templates()), looks, -1));
    }

    private void change(ConsoleCall call) {
        Campaign campaign = find(campaigns, call);
        Looks looks = looks(campaign);
        FilledForm form = CampaignFields.sent(call.form(), looks.templates());
        Optional<String> step = call.form().first("step");
        if (step.isPresent()) {
            StepRows.Changed changed = StepRows.changed(form.values(), step.get());
            show(call, Status.OK_200, form(campaign, FilledForm.of(changed.values()), looks, changed.row()));
            return;
        }
        try {
            CampaignDraft draft = parser.parse(call.website(), CampaignFields.json(form, looks.templates()));
            campaigns.update(campaign.websiteId(), campaign.id(), draft::replacing)
                    .orElseThrow(CampaignAccess::noSuchCampaign);
            call.redirect(path(campaign) + "?done=saved");
        } catch (InvalidParameterException e) {
            show(call, Status.BAD_REQUEST_400, form(campaign, form.with(e), looks, -1));
        }
    }

    private void duplicate(ConsoleCall call) {
        Campaign campaign = find(campaigns, call);
        String name = "Copy of " + campaign.name();
        ObjectNode settings = ((ObjectNode) campaign.settings().deepCopy())
                .put("name", name.substring(0, name.offsetByCodePoints(0,
                        Math.min(MAX_NAME, name.codePointCount(0, name.length())))));
        Campaign copy = campaigns.create(campaign.websiteId(), campaign.type(), campaign.period(), campaign.slots(),
                settings);
        call.redirect(path(copy) + "/edit");
    }

    /** The campaign of the website that the path names; 404 else. */
    public static Campaign find(CampaignStore campaigns, ConsoleCall call) {
        return campaigns.find(call.path("campaignId"))
                .filter(campaign -> campaign.websiteId() == call.website().id())
                .orElseThrow(CampaignAccess::noSuchCampaign);
    }

    /** Where the page of {@code campaign} lies, of the website. */
    public static String path(Campaign campaign) {
        return LIST + "/" + campaign.id();
    }

    private Looks looks(Campaign campaign) {
        return Looks.of(templates, campaign.settings().path("template").asText());
    }

    private static CampaignForm newForm(FilledForm fields, Looks looks, int changed) {
        return new CampaignForm(fields, NEW, LIST, looks, changed);
    }

    private static CampaignForm form(Campaign campaign, FilledForm fields, Looks looks, int changed) {
        return new CampaignForm(fields, path(campaign) + "/edit", path(campaign), looks, changed);
    }

    private static void show(ConsoleCall call, Status status, CampaignForm form) {
        call.show(status, "campaigns/form", SECTION, form.path().equals(NEW) ? "New campaign" : "Edit campaign", form);
    }
}
