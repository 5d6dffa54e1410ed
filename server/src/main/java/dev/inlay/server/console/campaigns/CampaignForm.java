package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.server.console.FilledForm;
import dev.inlay.templates.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The page on which a campaign is set up.
 *
 * @param path what the form is sent to and where its page lies, of the website
 * @param back where who gives up goes
 * @param changed the row of the chain that was changed last; -1 if none
 */
record CampaignForm(FilledForm fields, String path, String back, Looks looks, int changed) {
    private static final List<String> PERIODS = List.of("PT1H", "PT6H", "PT12H", "P1D", "P7D", "P14D", "P30D");

    /** @param prefix what its fields begin with */
    record Row(int index, String prefix, boolean isFirst, boolean isLast, boolean isChanged) { }

    List<Row> rows() {
        int count = StepRows.count(fields.values());
        return IntStream.range(0, count).mapToObj(row ->
                new Row(row, StepRows.prefix(row), row == 0, row == count - 1, row == changed)).toList();
    }

    boolean isFull() {
        return rows().size() == Campaign.MAX_SLOTS;
    }

    List<StrategyWords> strategies() {
        return StrategyWords.ALL;
    }

    List<String> periods() {
        return PERIODS;
    }

    boolean is(String field, String value) {
        return fields.value(field).equalsIgnoreCase(value);
    }

    /** Whether the strategy of {@code row} is {@code words}, whichever of its names is given. */
    boolean isStrategy(Row row, StrategyWords words) {
        return is(row.prefix() + "type", words.type().wireName());
    }

    boolean hasFilter(String prefix) {
        return new FilterFields(prefix).names().stream().anyMatch(name -> !fields.value(name).isBlank())
                || fields.problem(prefix.substring(0, prefix.length() - 1)).isPresent();
    }

    /** Whether the template that the campaign names is none of those to choose from. */
    boolean lacksTemplate() {
        return looks.templates().stream().noneMatch(template -> is("template", template.name()));
    }

    /** The field of a variable of {@code template}. */
    String field(Template template, String variable) {
        return CampaignFields.variable(template.name(), variable);
    }

    /** {@code photoBackground} in words. */
    static String words(String variable) {
        String words = variable.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What is wrong with a variable: only the chosen template's are looked at. */
    String problem(Template template, String variable) {
        return is("template", template.name()) ? fields.problem("variables." + variable).orElse("") : "";
    }

    /** What a variable holds: its own value, else the template's. */
    String shown(Template template, Map.Entry<String, String> variable) {
        String own = fields.value(field(template, variable.getKey()));
        return own.isBlank() ? variable.getValue() : own;
    }
}
