package dev.inlay.server.console.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.RawQuery;
import dev.inlay.templates.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A campaign as fields of a form. They are called as the members of its JSON (contract 5.4), so that what the API says
 * of a member stands beside its field; an empty field is a member that is absent.
 */
final class CampaignFields {
    private static final List<String> TEXTS = List.of("name", "type", "period", "template", "slots",
            "excludeBoughtDays", "reminderDays", "maxPerCategory", "maxPerBrand", "holdOutPercent", "endsAt",
            "identity", "whenGone", "fallbackUrl", "utm.source", "utm.medium", "utm.campaign");
    private static final List<String> LISTS = List.of("pinnedProducts", "defaultProducts", "excludedProducts");
    private static final List<String> FLAGS = List.of("pinnedEvenIfSoldOut", "fill", "liveText", "reidentify");
    private static final FilterFields FILTER = new FilterFields("filter.");

    private CampaignFields() {
    }

    /** What the form of {@code campaign} (JSON with all members) holds. */
    static FilledForm of(JsonNode campaign, Collection<Template> templates) {
        Map<String, String> values = new HashMap<>();
        TEXTS.forEach(name -> {
            JsonNode value = campaign.at("/" + name.replace('.', '/'));
            values.put(name, value.isNull() ? "" : value.asText());
        });
        LISTS.forEach(name -> values.put(name, FieldLines.of(campaign.path(name))));
        FLAGS.stream().filter(name -> campaign.path(name).asBoolean()).forEach(name -> values.put(name, "true"));
        values.putAll(FILTER.values(campaign.path("filter")));
        values.putAll(StepRows.values(campaign.path("strategies")));
        templates.forEach(template -> template.variables().keySet().forEach(variable ->
                values.put(variable(template.name(), variable), campaign.path("variables").path(variable).asText(""))));
        return FilledForm.of(values);
    }

    static FilledForm sent(RawQuery form, Collection<Template> templates) {
        List<String> names = new ArrayList<>();
        Stream.of(TEXTS, LISTS, FLAGS, FILTER.names(), StepRows.names()).forEach(names::addAll);
        templates.forEach(template -> template.variables().keySet()
                .forEach(variable -> names.add(variable(template.name(), variable))));
        return FilledForm.sent(form, names);
    }

    /** The field for a variable of a template; each template has fields of its own. */
    static String variable(String template, String variable) {
        return template + "/variables." + variable;
    }

    /** What the API would be sent for {@code form}. */
    static ObjectNode json(FilledForm form, Collection<Template> templates) {
        ObjectNode campaign = Json.object();
        ObjectNode utm = campaign.putObject("utm");
        TEXTS.stream().filter(name -> !form.value(name).isBlank()).forEach(name -> {
            ObjectNode owner = name.startsWith("utm.") ? utm : campaign;
            owner.put(name.substring(name.indexOf('.') + 1), form.value(name));
        });
        LISTS.forEach(name -> campaign.set(name, FieldLines.parse(form.value(name))));
        FLAGS.forEach(name -> campaign.put(name, form.value(name).equals("true")));
        campaign.set("filter", FILTER.json(form));
        campaign.set("strategies", StepRows.json(form));
        campaign.set("variables", variables(form, templates));
        return campaign;
    }

    private static ObjectNode variables(FilledForm form, Collection<Template> templates) {
        ObjectNode variables = Json.object();
        templates.stream().filter(template -> template.name().equals(form.value("template")))
                .forEach(template -> template.variables().keySet().forEach(variable -> {
                    String value = form.value(variable(template.name(), variable));
                    if (!value.isBlank()) {
                        variables.put(variable, value);
                    }
                }));
        return variables;
    }
}
