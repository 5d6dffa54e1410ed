package dev.inlay.server.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "null", "NULL", "undefined", "(null)", "*|EMAIL|*", "*|URL:EMAIL|*",
            "*|<MERGE FIELD>|*", "*|CAMPAIGN_UID|*", "{{ person.email }}", "{{ person.email|urlencode }}",
            "{{ contact.<property> }}", "%%emailaddr%%", "%%_subscriberkey%%", "%%=URLEncode(emailaddr,true,true)=%%",
            "{{encodeURIComponent x}}", "{{encode alg=\"sha256\" value=x}}", "[email]", "[<customfield>]", "%EMAIL%",
            "%CONTACTID%", "{$email}", "${email}", "$SUBSCRIBER.EMAIL$", "{{${email_address}}}",
            "{{${email_address} | url_param_escape}}", "{{campaign.${dispatch_id}}}",
            "{{#urlEncode}}{{email}}{{/urlEncode}}", "{{ contact.3 }}", "##email##", "##<attributename>##", "@EMAIL@",
            "[[contact.email]]", "[[contact.<property>]]", "{{mj:contact.email}}", "{{data:<property>:\"\"}}",
            "[Subscriber:email]", "[CustomField:<field>]", "<persondata.EMAIL>", "<%= recipient.email %>",
            "<%= escapeUrl(recipient.email) %>", "{{lead.Email Address}}", "~Contact.Email~", "~Contact.Id~",
            "[Contact ID]", "{contactfield=email}", "{contactfield=<alias>}", "{contactfield=email|true}",
            "[EMAIL:filter:urlencode]", "%%emailaddress_md5%%", "{{contact.email | md5}}", "[subscriber:email]",
            "<%${user['email']}%>", "{{ .Subscriber.Attribs.customer_id }}", "-email-", "__test_email__",
            "{{ contact.email|default:\"info@example.com\" }}", "{{%20person.email%20}}", "[object Object]",
            "{{ person.external_id }}", "%%jobid%%", "{{sha256 x}}", "{{email}}", "{{customer.email | url_encode}}",
            "{{${user_id}}}", "{{ contact.<field id> }}", "[[email]]", "[[contact_id]]", "<%= recipient.<field> %>",
            "{{lead.Id}}", "%%email%%", "[Email]", "[EMAIL]", "[SUBSCRIBER_UID]", "%%subscribers_email_address%%",
            "<%${user['<field>']}%>", "{{ .Subscriber.Email }}", "{{ .Campaign.UUID }}"})
    void unreplacedMergeTagIsAPlaceholder(String tag) {
        String once = URLEncoder.encode(tag, StandardCharsets.UTF_8).replace("+", "%20");
        String twice = URLEncoder.encode(once, StandardCharsets.UTF_8);

        assertTrue(Placeholder.isPlaceholder(tag));
        assertTrue(Placeholder.isPlaceholder(once));
        assertTrue(Placeholder.isPlaceholder(twice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.com", "{odd}@example.com", "{{odd}}@example.com", "a%b@example.com",
            "o|x@example.com", "*|x|*@example.com", "$a$@example.com", "~a~@example.com", "%a%@example.com",
            "-email-@example.com", "__a__@example.com", "#a#@example.com", "anna%40example.com", "anna%2540example.com",
            "<anna@example.com>", "<anna%40example.com>", "Anna <anna@example.com>", "anna@[192.0.2.1]",
            "null@example.com", "\"a b\"@example.com", "K-5518", "42", "[42]", "nullable", "100%", "-1-", "$5", "~5",
            "{550e8400-e29b-41d4-a716-446655440000}", "Größe 5", "客户", "a[b]", "%zz", "%"})
    void addressOrIdIsNone(String value) {
        assertFalse(Placeholder.isPlaceholder(value));
    }
}
