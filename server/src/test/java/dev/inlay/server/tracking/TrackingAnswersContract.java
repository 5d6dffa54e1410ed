package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.TrackingUserId;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tracking calls answer, on whatever store. */
abstract class TrackingAnswersContract extends TrackingCaller {
    @Test
    void everyCallMakesANewTrackingUser() {
        String body = "{'websiteUuid':'" + website.uuid() + "','trackingUserId':'" + PHONE + "','x':{}}";

        HttpResponse<String> first = server.post("/serve/trackingUser", body.replace('\'', '"'));
        HttpResponse<String> second = server.post("/serve/trackingUser", body.replace('\'', '"'));

        assertThat(first.body()).matches("\\{\"id\":\"[0-9a-f]{24}\"}");
        assertThat(second.body()).isNotEqualTo(first.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pageview   | {}                                                        | Page view tracked
            pageview   | {'location':'l','referrer':'r','url':'https://shop.example/a','productNumber':'1'} | \
            Page view tracked
            pageview   | {'location':null,'productNumber':77,'more':[{}]}          | Page view tracked
            cart       | {'productNumbers':[]}                                     | Cart tracked
            cart       | {'productNumbers':['1',77],'total':'189.90','url':'u'}    | Cart tracked
            cart       | {'urls':['https://shop.example/a'],'total':1,'email':'anna@example.com'} | Cart tracked
            conversion | {'orderNumber':'1'}                                       | Conversion tracked
            conversion | {'orderNumber':2,'total':'9.5','email':'anna@example.com','customerId':'K-1'} | \
            Conversion tracked
            conversion | {'orderNumber':'3','productNumbers':[1]}                  | Conversion tracked
            conversion | {'orderNumber':'4','urls':['https://shop.example/a']}     | Conversion tracked
            conversion | {'orderNumber':'5','products':[{'productNumber':'1','quantity':'2','lineTotal':3.5},{}]} | \
            Conversion tracked
            customerId | {'id':'K-5518'}                                           | Customer ID set
            customerId | {'id':'客户'}                                              | Customer ID set
            email      | {'email':'Anna <anna@example.com>'}                       | Email set
            """)
    void goodCallIsAnsweredWithItsMessage(String path, String members, String message) {
        HttpResponse<String> answer = collect(path, PHONE, members);

        assertEquals("{\"success\":true,\"message\":\"" + message + "\"}", answer.body());
        assertEquals(200, answer.statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pageview   | {'url':1}                       | url must be a string - was '1'
            pageview   | {'location':true}               | location must be a string - was 'true'
            pageview   | {'referrer':{}}                 | referrer must be a string - was '{}'
            pageview   | {'productNumber':true}          | productNumber must be a string - was 'true'
            pageview   | {'productNumber':{}}            | productNumber must be a string - was '{}'
            pageview   | {'productNumber':'a\\u0000b'}   | productNumber must be Unicode text without NUL - was 'a?b'
            pageview   | {'productNumber':'\\ud800'}     | productNumber must be Unicode text without NUL - was '?'
            pageview   | {'productNumber':1e999999}      | productNumber must have at most 15 digits before the \
            decimal point and 30 after it - was '1E+999999'
            cart       | {}                              | productNumbers or urls is required
            cart       | {'productNumbers':'1'}          | productNumbers must be a list - was '"1"'
            cart       | {'productNumbers':[1,true]}     | productNumbers[1] must be a string - was 'true'
            cart       | {'productNumbers':[{}]}         | productNumbers[0] must be a string - was '{}'
            cart       | {'urls':[7]}                    | urls[0] must be a string - was '7'
            cart       | {'urls':[],'total':'1,5'}       | total must be a number - was '1,5'
            cart       | {'urls':[],'total':true}        | total must be a number - was 'true'
            cart       | {'urls':[],'total':1e2147483647} | total must have at most 15 digits before the decimal \
            point and 30 after it - was '1E+2147483647'
            cart       | {'urls':[],'email':1}           | email must be a string - was '1'
            cart       | {'urls':[],'url':[]}            | url must be a string - was '[]'
            conversion | {}                              | orderNumber is required
            conversion | {'orderNumber':' '}             | orderNumber must not be blank - was ' '
            conversion | {'orderNumber':'1','products':{}} | products must be a list - was '{}'
            conversion | {'orderNumber':'1','products':['1']} | products[0] must be an object - was '"1"'
            conversion | {'orderNumber':'1','products':[{'productNumber':true}]} | \
            products[0].productNumber must be a string - was 'true'
            conversion | {'orderNumber':'1','products':[{'quantity':'two'}]} | \
            products[0].quantity must be a number - was 'two'
            conversion | {'orderNumber':'1','customerId':true} | customerId must be a string - was 'true'
            conversion | {'orderNumber':'1','email':'anna@example.com','emailSignature':1} | \
            emailSignature must be a string - was '1'
            customerId | {}                              | id is required
            customerId | {'id':''}                       | id must be a customer id of 1 to 255 characters - was ''
            customerId | {'id':'%%customer%%'}           | id must be a customer id of 1 to 255 characters \
            - was '%%customer%%'
            email      | {}                              | email is required
            email      | {'email':'anna'}                | email must be an email address - was 'anna'
            email      | {'email':'@'}                   | email must be an email address - was a value that is not \
            repeated here
            click      | {}                              | source is required
            click      | {'source':7}                    | source must be a string - was '7'
            click      | {'source':'nl-3f9c2e'}          | source must be a tracking code that has not expired \
            - was 'nl-3f9c2e'
            email      | {'email':'{{ person.email }}'}  | email must be an email address - was '{{ person.email }}'
            """)
    void badMemberIsNamedWithRuleAndValue(String path, String members, String message) {
        assertRefused(400, message, collect(path, PHONE, members));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageview", "cart", "conversion", "customerId", "email", "click"})
    void envelopeIsCheckedFirst(String path) {
        String rest = ",'trackingUserId':'" + PHONE + "'}";
        String known = "{'websiteUuid':'" + website.uuid() + "'";

        assertRefused(400, "websiteUuid is required", post(path, "{" + rest.substring(1)));
        assertRefused(400, "websiteUuid is required", post(path, "{'websiteUuid':null" + rest));
        assertRefused(400, "websiteUuid must be a string - was '1'", post(path, "{'websiteUuid':1" + rest));
        assertRefused(400, "websiteUuid must be a known website - was 'x'", post(path, "{'websiteUuid':'x'" + rest));
        assertRefused(400, "websiteUuid must be a known website - was '7c0d5f0e-3a56-4a0e-9f0b-1c2d3e4f5a6b'",
                post(path, "{'websiteUuid':'7c0d5f0e-3a56-4a0e-9f0b-1c2d3e4f5a6b'" + rest));
        assertRefused(400, "trackingUserId is required", post(path, known + "}"));
        assertRefused(400, "trackingUserId is required", post(path, known + ",'customerId':'K-1'}"));
        assertRefused(400, "trackingUserId must be 24 hex characters - was 'abc'",
                post(path, known + ",'trackingUserId':'abc'}"));
        assertRefused(400, "trackingUserId must be a string - was 'true'",
                post(path, known + ",'trackingUserId':true}"));
        assertRefused(400, "body must be a JSON object", post(path, "[]"));
        assertRefused(400, "body must be JSON of at most 16 levels", post(path, "{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageview", "cart", "conversion", "customerId", "email", "click"})
    void shopperWhoOptedOutIsNotTracked(String path) {
        HttpResponse<String> answer = collect(path, TrackingUserId.OPTED_OUT, "{}");

        assertEquals("{\"success\":true,\"message\":\"Not tracked for anonymous user\"}", answer.body());
        assertEquals(new Identity.Unknown(), resolve(TrackingUserId.OPTED_OUT));
        assertThat(server.activities.eventsAfter(website.id(), 0, 0, 10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cart       | {'productNumbers':['1'],'email':'anna'}                    | "email"
            cart       | {'productNumbers':['1'],'email':''}                        | "email"
            cart       | {'productNumbers':['1'],'email':'[[contact.email]]'}      | "email"
            conversion | {'orderNumber':'1','email':'%%emailaddr%%'}                | "email"
            conversion | {'orderNumber':'1','customerId':''}                        | "customerId"
            conversion | {'orderNumber':'1','customerId':'undefined'}               | "customerId"
            conversion | {'orderNumber':'1','customerId':'a\\u0000b'}             | "customerId"
            conversion | {'orderNumber':'1','customerId':'\\ud800'}                | "customerId"
            conversion | {'orderNumber':'1','email':'x','customerId':'[id]'}        | "email","customerId"
            """)
    void badEmailOrCustomerCostsOnlyItself(String path, String members, String ignored) {
        HttpResponse<String> answer = collect(path, PHONE, members);

        String message = path.equals("cart") ? "Cart tracked" : "Conversion tracked";
        assertEquals("{\"success\":true,\"message\":\"" + message + "\",\"ignored\":[" + ignored + "]}", answer.body());
    }

    @Test
    void customerIdOf256CharactersIsIgnoredInAnOrderAndRefusedAlone() {
        String tooLong = "ä".repeat(256);

        assertThat(collect("conversion", PHONE, "{'orderNumber':'1','customerId':'" + tooLong + "'}").body())
                .endsWith(",\"ignored\":[\"customerId\"]}");
        assertRefused(400, "id must be a customer id of 1 to 255 characters - was '" + "ä".repeat(80) + "...'",
                collect("customerId", PHONE, "{'id':'" + tooLong + "'}"));
        assertEquals(200, collect("customerId", PHONE, "{'id':'" + "😀".repeat(255) + "'}").statusCode());
    }

    @Test
    void tooLongNumbersAndListsAreRefusedAndTooLongUrlsDropped() {
        String number = "x".repeat(256);
        String list = "1,".repeat(1_000) + "1";
        String url = "https://shop.example/" + "x".repeat(2_048);

        assertRefused(400, "productNumber must have at most 255 characters - was '" + "x".repeat(80) + "...'",
                collect("pageview", PHONE, "{'productNumber':'" + number + "'}"));
        assertRefused(400, "orderNumber must have at most 255 characters - was '" + "x".repeat(80) + "...'",
                collect("conversion", PHONE, "{'orderNumber':'" + number + "'}"));
        assertRefused(400, "productNumbers must have at most 1000 entries - was '1001'",
                collect("cart", PHONE, "{'productNumbers':[" + list + "]}"));
        assertEquals(200, collect("cart", PHONE, "{'urls':['" + url + "']}").statusCode());
        assertEquals(200, collect("pageview", PHONE, "{'url':'" + url + "','productNumber':'1'}").statusCode());
        assertThat(server.activities.historyOf(website.id(), resolve(PHONE)).events())
                .extracting(event -> event.product().url()).containsExactly(Optional.empty());
    }
}
