package dev.inlay.server.photos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://shop.example/stove?id=1&a=b%20c#top | https://shop.example/stove?id=1&a=b%20c#top
            https://shop.example                        | https://shop.example
            HTTPS://Shop.Example:443/A                  | https://shop.example/A
            http://shop.example:8080/                   | http://shop.example:8080/
            https://shop.example/a b                    | https://shop.example/a%20b
            https://shop.example/ä?ö=ü                  | https://shop.example/%C3%A4?%C3%B6=%C3%BC
            https://shop.example/50%-off                | https://shop.example/50%25-off
            https://shop.example/a\\b                   | https://shop.example/a/b
            https://bücher.example/                     | https://xn--bcher-kva.example/
            https://shop.example?ids[]=1                | https://shop.example?ids[]=1
            http://8.8.8.8/p.png                        | http://8.8.8.8/p.png
            http://[2001:db8::1]:8080/                  | http://[2001:db8::1]:8080/
            """)
    void urlIsWrittenInAscii(String text, String expected) {
        assertThat(WebUrl.parse(text)).map(WebUrl::toString).contains(expected);
    }

    @Test
    void blanksAndLineBreaksAroundAreDropped() {
        assertThat(WebUrl.parse("\n https://shop.example/a\n  ")).map(WebUrl::toString)
                .contains("https://shop.example/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop.example", "//shop.example/", "/stove", "javascript:alert(1)",
            "ftp://shop.example/",
            "http:shop.example", "http:/shop.example", "http://", "https://user@shop.example/",
            "https://shop.example\\@evil.example/", "https://sh%6fp.example/", "http://2130706433/", "http://0x7f.1/",
            "http://0177.0.0.1/", "http://127.1/", "http://１２７.0.0.1/", "http://shop.example:0/",
            "http://shop.example:99999/",
            "http://shop.example:8o/", "http://[::1", "http://[fe80::1%25eth0]/", "http://a..example/",
            "http://xn--a/", "http://shop.example/a\r\nHost: evil",
            "http://shop.example\u0000/", "http://fa\u00DF.example/"})
    void whatCouldBeReadInTwoWaysIsRefused(String text) {
        assertThat(WebUrl.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/b, http://shop.example:8080/b", "b?c, http://shop.example:8080/x/b?c",
            "?q, http://shop.example:8080/x/a?q",
            "//other.example/b, http://other.example/b", "https://other.example/b, https://other.example/b"})
    void locationIsResolved(String location, String expected) {
        WebUrl url = WebUrl.parse("http://shop.example:8080/x/a?b=/c/").orElseThrow();

        assertThat(url.resolve(location)).map(WebUrl::toString).contains(expected);
    }
}
