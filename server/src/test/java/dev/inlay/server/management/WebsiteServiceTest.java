package dev.inlay.server.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebsiteServiceTest extends ManagementTest {
    @Test
    void newWebsiteHasDefaults() {
        String uuid = created("{'name':'Daybird','url':'https://Shop.Example'}");

        String shown = show(uuid);

        assertEquals("{'websiteUuid':'" + uuid + "','name':'Daybird','url':'https://shop.example','currency':'EUR',"
                + "'locale':'en','hosts':['shop.example'],'picking':{},'timeZone':'UTC','priceFormat':null,"
                + "'personalizeUnknownConsent':true,'retentionDays':395,'requireCustomerIdSignature':false,"
                + "'attributionDays':7,'mailRetentionDays':395}", shown);
    }

    @Test
    void newWebsiteIsAsAskedFor() {
        String uuid = created("""
                {'name':' Dågfugl ','url':'https://bücher.example/de/?a=b#c','currency':'dkk','locale':'da_DK',
                'hosts':['M.Bücher.example','xn--bcher-kva.example','localhost','[::1]'],'timeZone':'Europe/Copenhagen',
                'priceFormat':'#,##0.00 kr','personalizeUnknownConsent':false,'retentionDays':'30','attributionDays':90,
                'mailRetentionDays':90,
                'picking':{'tilt':0.5,'positions':3,'comeback':2,'ageingDays':10,'distance':4},
                'more':1}""");

        assertEquals("{'websiteUuid':'" + uuid + "','name':'Dågfugl','url':'https://xn--bcher-kva.example/de/?a=b',"
                + "'currency':'DKK','locale':'da-DK',"
                + "'hosts':['xn--bcher-kva.example','m.xn--bcher-kva.example','localhost','[::1]'],"
                + "'picking':{'ageingDays':10.0,'comeback':2.0,'distance':4.0,'positions':3.0,'tilt':0.5},"
                + "'timeZone':'Europe/Copenhagen','priceFormat':'#,##0.00 kr','personalizeUnknownConsent':false,"
                + "'retentionDays':30,'requireCustomerIdSignature':false,'attributionDays':90,"
                + "'mailRetentionDays':90}", show(uuid));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                            | url is required
            {'url':'https://a'}           | name is required
            {'name':'','url':'https://a'} | name must have 1 to 255 printable characters - was ''
            {'name':1,'url':'https://a'}  | name must be a string - was '1'
            {'name':'a','url':'ftp://a'}  | url must be an http or https URL without user name - was 'ftp://a'
            {'name':'a','url':'https://u@a'} | url must be an http or https URL without user name - was a value that \
            is not repeated here
            {'name':'a','url':'https://my_shop.example'} | url must have a host name of letters, digits, hyphens and \
            dots - was 'https://my_shop.example'
            {'name':'a','url':'https://a','hosts':['my_shop.example']} | \
            hosts must be host names such as shop.example - was 'my_shop.example'
            {'name':'a','url':'/home'}    | url must be an http or https URL without user name - was '/home'
            {'name':'a','url':'https://a','currency':'XYZ1'} | currency must be an ISO 4217 code - was 'XYZ1'
            {'name':'a','url':'https://a','locale':'?'} | locale must be a language tag such as en or da-DK - was '?'
            {'name':'a','url':'https://a','locale':''}  | locale must be a language tag such as en or da-DK - was ''
            {'name':'a','url':'https://a','hosts':['a b']} | hosts must be host names such as shop.example - was 'a b'
            {'name':'a','url':'https://a','hosts':['https://a']} | \
            hosts must be host names such as shop.example - was 'https://a'
            {'name':'a','url':'https://a','hosts':['a:81']} | hosts must be host names such as shop.example - was 'a:81'
            {'name':'a','url':'https://a','hosts':['a/b']} | hosts must be host names such as shop.example - was 'a/b'
            {'name':'a','url':'https://a','hosts':['a?b']} | hosts must be host names such as shop.example - was 'a?b'
            {'name':'a','url':'https://a','hosts':['']} | hosts must be host names such as shop.example - was ''
            {'name':'a','url':'https://a','hosts':'a'} | hosts must be a list - was '"a"'
            {'name':'a','url':'https://a','timeZone':'Mars'} | timeZone must be a time zone such as Europe/Copenhagen \
            - was 'Mars'
            {'name':'a','url':'https://a','priceFormat':'0.0.0'} | \
            priceFormat must be a pattern such as #,##0.00 - was '0.0.0'
            {'name':'a','url':'https://a','priceFormat':'kr'} | \
            priceFormat must be a pattern such as #,##0.00 - was 'kr'
            {'name':'a','url':'https://a','retentionDays':0} | retentionDays must be a whole number from 1 to 3650 - \
            was '0'
            {'name':'a','url':'https://a','retentionDays':3651} | \
            retentionDays must be a whole number from 1 to 3650 - was '3651'
            {'name':'a','url':'https://a','attributionDays':91} | \
            attributionDays must be a whole number from 1 to 90 - was '91'
            {'name':'a','url':'https://a','mailRetentionDays':89} | \
            mailRetentionDays must be a whole number from 90 to 3650 - was '89'
            {'name':'a','url':'https://a','retentionDays':1.5} | \
            retentionDays must be a whole number from 1 to 3650 - was '1.5'
            {'name':'a','url':'https://a','requireCustomerIdSignature':'true'} | \
            requireCustomerIdSignature must be true or false - was '"true"'
            """)
    void badMemberIsNamedWithRuleAndValue(String body, String message) {
        HttpResponse<String> answer = create(body);

        assertEquals(problem(message.replace("\"", "\\\"")), answer.body());
        assertEquals(400, answer.statusCode());
    }

    @Test
    void patchChangesWhatItNamesAndNullRestoresTheDefault() {
        HttpResponse<String> first =
                call("PATCH", "", admin, "{'priceFormat':'0.00','retentionDays':10,'locale':'da'}");
        HttpResponse<String> second = call("PATCH", "", admin, "{'priceFormat':null,'locale':null,'name':'Nightbird'}");

        assertThat(first.body()).contains("\"priceFormat\":\"0.00\"", "\"retentionDays\":10", "\"locale\":\"da\"");
        assertThat(second.body()).contains("\"priceFormat\":null", "\"retentionDays\":10", "\"locale\":\"en\"",
                "\"name\":\"Nightbird\"", "\"websiteUuid\":\"" + website.uuid() + "\"");
        assertEquals(second.body(), call("GET", "", read, "").body());
    }

    @Test
    void patchedUrlBringsItsHost() {
        String shown = call("PATCH", "", admin, "{'url':'https://new.example/'}").body();

        assertThat(shown).contains("\"hosts\":[\"new.example\",\"shop.example\"]");
    }

    @Test
    void patchThatBreaksARuleChangesNothing() {
        String before = call("GET", "", read, "").body();

        HttpResponse<String> answer = call("PATCH", "", admin, "{'name':'x','retentionDays':0}");

        assertEquals(400, answer.statusCode());
        assertEquals(400, call("PATCH", "", admin, "{'name':null}").statusCode());
        assertEquals(before, call("GET", "", read, "").body());
    }

    @Test
    void listHoldsAllWebsites() {
        String list = server.manage("GET", "/api/websites", TestServer.INSTALLATION_KEY, "").body();

        assertThat(list).startsWith("{\"websites\":[{\"websiteUuid\":").contains(website.uuid().toString());
    }

    private static HttpResponse<String> create(String body) {
        return server.manage("POST", "/api/websites", TestServer.INSTALLATION_KEY, body.replace('\'', '"'));
    }

    private static String created(String body) {
        HttpResponse<String> answer = create(body);
        assertEquals(201, answer.statusCode(), answer.body());
        return answer.body().replaceFirst("^\\{\"websiteUuid\":\"([0-9a-f-]{36})\"}$", "$1");
    }

    private static String show(String uuid) {
        return server.manage("GET", "/api/websites/" + uuid, TestServer.INSTALLATION_KEY, "").body().replace('"', '\'');
    }
}
