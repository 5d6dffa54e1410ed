package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Members;
import dev.inlay.server.newsletter.CampaignSettings.Utm;
import dev.inlay.server.recommendation.Diversity;
import dev.inlay.server.recommendation.PickRules;
import dev.inlay.server.recommendation.ProductLists;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateLibrary;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a campaign (contract 5.4) strictly: a value that breaks a rule, and a member that has no meaning, are 400;
 * every member that is absent or {@code null} has its default. An answer of ours can be sent back: what it holds
 * beside the settings is skipped.
 */
public final class CampaignParser {
    public static final String DEFAULT_TEMPLATE = "product-tile";
    /** Two rows of the default template. */
    static final int DEFAULT_SLOTS = 4;
    static final String DEFAULT_PERIOD = "P1D";
    static final int DEFAULT_EXCLUDE_BOUGHT_DAYS = 180;
    /** Half of all: a larger hold-out would tell no more. */
    private static final int MAX_HOLD_OUT_PERCENT = 50;
    private static final int MAX_NAME = 200;
    private static final int MAX_URL = 2_048;
    private static final int MAX_VARIABLES = 100;
    private static final Set<String> KNOWN = Set.of("name", "type", "period", "template", "slots", "strategies",
            "filter", "pinnedProducts", "pinnedEvenIfSoldOut", "defaultProducts", "excludedProducts",
            "excludeBoughtDays", "reminderDays", "maxPerCategory", "maxPerBrand", "fill", "holdOutPercent", "utm",
            "identity", "liveText", "endsAt", "reidentify", "fallbackUrl", "whenGone", "variables", "id", "websiteUuid",
            "clearCount");
    private static final Set<String> KNOWN_OF_STEP = Set.of("type", "max", "filter");
    private static final Set<String> KNOWN_OF_UTM = Set.of("source", "medium", "campaign");
    private static final List<String> TYPES =
            Arrays.stream(CampaignType.values()).map(type -> type.name().toLowerCase(Locale.ROOT)).toList();
    private static final String STRATEGIES =
            Arrays.stream(StrategyType.values()).map(StrategyType::wireName).collect(Collectors.joining(", "));

    private final TemplateLibrary templates;

    public CampaignParser(TemplateLibrary templates) {
        this.templates = templates;
    }

    /** The campaign that {@code json} asks for on {@code website}; 400 names the first member that is wrong. */
    public CampaignDraft parse(Website website, ObjectNode json) {
        CampaignMembers campaign = new CampaignMembers(new Members(json)).only(KNOWN);
        CampaignSettings settings = settings(campaign);
        checkVariables(template(campaign, settings), settings.variables());
        settings.fallbackUrl().filter(url -> !website.isOwn(url)).ifPresent(url -> {
            throw campaign.members().wrong("fallbackUrl", "must lie on a host of the website", url);
        });
        return new CampaignDraft(type(campaign), period(campaign), slots(campaign), settings);
    }

    /** What {@code campaign} says, apart from what only the website and the templates can tell. */
    static CampaignSettings settings(CampaignMembers campaign) {
        String name = campaign.text("name", MAX_NAME)
                .orElseThrow(() -> InvalidParameterException.missing("name"));
        return new CampaignSettings(name,
                campaign.text("template").orElse(DEFAULT_TEMPLATE),
                rules(campaign),
                campaign.whole("holdOutPercent", 0, MAX_HOLD_OUT_PERCENT).orElse(0),
                utm(campaign),
                campaign.oneOf("identity", List.of("open", "token")).orElse("open").equals("token"),
                campaign.flag("liveText", false),
                endsAt(campaign),
                campaign.flag("reidentify", false),
                campaign.text("fallbackUrl", MAX_URL).map(url -> url(campaign, url)),
                campaign.oneOf("whenGone", List.of("lastUrl", "home")).orElse("lastUrl").equals("home"),
                variables(campaign));
    }

    private Template template(CampaignMembers campaign, CampaignSettings settings) {
        String rule = "must be one of " + String.join(", ", templates.names());
        return templates.find(settings.template())
                .orElseThrow(() -> campaign.members().wrong("template", rule, settings.template()));
    }

    private static void checkVariables(Template template, Map<String, String> variables) {
        Set<String> declared = template.variables().keySet();
        variables.forEach((name, value) -> {
            if (!declared.contains(name)) {
                String rule = "must have no member but " + String.join(", ", declared);
                throw new InvalidParameterException("variables", rule, name);
            }
            if (template.refusal(name, value).isPresent()) {
                throw new InvalidParameterException("variables." + name, "must be a colour such as #1d1b18", value);
            }
        });
    }

    private static CampaignType type(CampaignMembers campaign) {
        return CampaignType.valueOf(campaign.oneOf("type", TYPES).orElse("auto").toUpperCase(Locale.ROOT));
    }

    private static int slots(CampaignMembers campaign) {
        return campaign.whole("slots", 1, Campaign.MAX_SLOTS).orElse(DEFAULT_SLOTS);
    }

    private static String period(CampaignMembers campaign) {
        String period = campaign.text("period").orElse(DEFAULT_PERIOD);
        if (!CampaignDraft.isPeriod(period)) {
            String rule = "must be an ISO 8601 duration of whole seconds, from PT1S to P3650D";
            throw campaign.members().wrong("period", rule, period);
        }
        return period;
    }

    private static Optional<OffsetDateTime> endsAt(CampaignMembers campaign) {
        return campaign.text("endsAt").map(text -> {
            try {
                OffsetDateTime endsAt = OffsetDateTime.parse(text);
                if (endsAt.getYear() > 0 && endsAt.getYear() < 10_000) {
                    return endsAt;
                }
            } catch (DateTimeParseException e) {
                // told below, as a year that nobody writes
            }
            String rule = "must be an ISO 8601 time with its offset, such as 2030-12-24T18:00:00+01:00";
            throw campaign.members().wrong("endsAt", rule, text);
        });
    }

    private static PickRules rules(CampaignMembers campaign) {
        ProductLists lists = new ProductLists(campaign.ids("pinnedProducts"),
                campaign.flag("pinnedEvenIfSoldOut", false), campaign.ids("defaultProducts"),
                campaign.ids("excludedProducts"));
        return new PickRules(steps(campaign), FilterParser.of(campaign), lists,
                campaign.whole("excludeBoughtDays", 0, 3_650).orElse(DEFAULT_EXCLUDE_BOUGHT_DAYS),
                campaign.whole("reminderDays", 0, 3_650).orElse(PickRules.DEFAULT_REMINDER_DAYS),
                diversity(campaign), campaign.flag("fill", true), false);
    }

    private static Diversity diversity(CampaignMembers campaign) {
        return new Diversity(
                campaign.whole("maxPerCategory", 0, Campaign.MAX_SLOTS).orElse(Diversity.OF_CAMPAIGNS.maxPerCategory()),
                campaign.whole("maxPerBrand", 0, Campaign.MAX_SLOTS).orElse(Diversity.OF_CAMPAIGNS.maxPerBrand()));
    }

    private static List<StrategyStep> steps(CampaignMembers campaign) {
        if (campaign.present("strategies").isEmpty()) {
            return List.of(new StrategyStep(StrategyType.FOR_YOU, Optional.empty(), ProductFilter.NONE));
        }
        List<StrategyStep> steps = campaign.objects("strategies", Campaign.MAX_SLOTS).stream()
                .map(CampaignParser::step).toList();
        if (steps.isEmpty()) {
            throw campaign.members().wrong("strategies", "must have at least 1 entry", 0);
        }
        return steps;
    }

    private static StrategyStep step(CampaignMembers step) {
        step.only(KNOWN_OF_STEP);
        String type = step.members().text("type")
                .orElseThrow(() -> step.members().missing("type"));
        return new StrategyStep(
                StrategyType.parse(type)
                        .orElseThrow(() -> step.members().wrong("type", "must be one of " + STRATEGIES, type)),
                step.whole("max", 1, Campaign.MAX_SLOTS),
                FilterParser.of(step));
    }

    private static Utm utm(CampaignMembers campaign) {
        return campaign.object("utm").map(utm -> utm.only(KNOWN_OF_UTM))
                .map(utm -> new Utm(utm.text("source"), utm.text("medium"), utm.text("campaign")))
                .orElseGet(() -> new Utm(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static URI url(CampaignMembers campaign, String url) {
        try {
            return new URI(PersonalData.withoutAddresses(url));
        } catch (URISyntaxException e) {
            throw campaign.members().wrong("fallbackUrl", "must be a URL", url);
        }
    }

    private static Map<String, String> variables(CampaignMembers campaign) {
        Map<String, String> variables = new LinkedHashMap<>();
        campaign.object("variables").ifPresent(given -> given.names(MAX_VARIABLES)
                .forEach(name -> variables.put(name, given.text(name).orElseThrow())));
        return variables;
    }
}
